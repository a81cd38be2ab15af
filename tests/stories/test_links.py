"""The links of published sources are looked at: politely, and without jumping to conclusions."""

import socket
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from hypothesis import given
from hypothesis import strategies as st

from plaudit import __version__, settings
from plaudit.engine import jobs
from plaudit.stories import links, newsdesk
from plaudit.stories.models import Link, Source
from tests.support import elsewhere, making

pytestmark = pytest.mark.django_db
DAY, WEEK, HOUR = timedelta(days=1), timedelta(days=7), timedelta(hours=1)
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
Answer = Link.Answer


@pytest.fixture
def clock():
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def open_door(monkeypatch):
    """The setting that lets the site fetch from loopback."""
    here = settings.load().model_copy(update={"fetch_networks": ("127.0.0.0/8",)})
    monkeypatch.setattr(settings, "load", lambda: here)


@pytest.fixture
def site(open_door):
    with elsewhere.site() as there:
        yield there


def publish(*urls, **more):
    sources = [{"title": "A source", "link": url} for url in urls]
    return making.story(sources=sources, **more)


def look():
    links.take_up(timezone.now())
    return links.look.func()


def link(url):
    return Link.objects.get(url=url)


def test_a_link_that_answers_is_alive_and_left_alone_for_a_week(site, clock):
    url = f"{site.url}/minutes"
    publish(url)
    assert look() == 1
    assert (link(url).answer, link(url).alive_at) == (Answer.ALIVE, NOON)
    clock.shift(WEEK - HOUR)
    assert look() == 0
    clock.shift(HOUR)
    assert look() == 1
    assert site.asked == ["/minutes"] * 2
    assert site.agents == {f"plaudit/{__version__}"}


@pytest.mark.parametrize("status", [404, 410])
def test_a_link_is_dead_when_it_fails_again_a_day_later(site, clock, status):
    url = f"{site.url}/minutes"
    publish(url)
    look()
    site.answers["/minutes"] = status
    clock.shift(WEEK)
    look()
    assert not link(url).is_dead
    assert not Link.objects.dead().exists()
    clock.shift(DAY)
    look()
    assert link(url).is_dead
    found = Link.objects.dead().get()
    assert (found.alive_at, found.failing_since, found.status) == (NOON, NOON + WEEK, status)


def test_a_dead_link_that_answers_again_is_alive(site, clock):
    url = f"{site.url}/minutes"
    site.answers["/minutes"] = 404
    publish(url)
    for wait in (DAY, WEEK):
        look()
        clock.shift(wait)
    assert link(url).is_dead
    del site.answers["/minutes"]
    look()
    assert not link(url).is_dead
    assert not Link.objects.dead().exists()
    assert link(url).alive_at == NOON + DAY + WEEK


@pytest.mark.parametrize("status", [400, 401, 403, 405, 429, 451, 500, 503])
def test_who_refuses_or_is_in_trouble_is_not_taken_for_dead(site, clock, status):
    url = f"{site.url}/minutes"
    site.answers["/minutes"] = status
    publish(url)
    for _ in range(5):
        look()
        clock.shift(WEEK)
    assert link(url).status == status
    assert not link(url).is_dead


def fail_to_find(monkeypatch, reason):
    def getaddrinfo(*_args, **_more):
        raise socket.gaierror(reason, "no address")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_name_that_is_nobodys_counts_as_a_failure(open_door, clock, monkeypatch):
    publish("https://gone.example/")
    fail_to_find(monkeypatch, socket.EAI_NONAME)
    look()
    clock.shift(DAY)
    look()
    assert link("https://gone.example/").is_dead


def test_when_names_cannot_be_looked_up_nothing_is_concluded(open_door, clock, monkeypatch):
    publish("https://gone.example/")
    fail_to_find(monkeypatch, socket.EAI_AGAIN)
    look()
    assert link("https://gone.example/").answer == Answer.TROUBLE
    assert link("https://gone.example/").failing_since is None


def test_a_machine_that_is_cut_off_takes_nobody_for_dead(open_door, clock, monkeypatch):
    publish("https://a.example/", "https://b.example/", "https://c.example/")
    fail_to_find(monkeypatch, socket.EAI_NONAME)
    assert look() == 3
    assert not Link.objects.exclude(failing_since=None).exists()


def test_what_is_not_on_the_public_web_is_not_asked(clock):
    with elsewhere.site() as neighbour:
        publish(f"{neighbour.url}/router")
        look()
    assert neighbour.asked == []
    assert Link.objects.get().answer == Answer.TROUBLE


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(site, clock):
    publish(*(f"{site.url}/{number}" for number in range(3)))
    assert look() == 1
    assert look() == 0
    clock.shift(links.PAUSE)
    assert look() == 1
    clock.shift(links.PAUSE)
    assert look() == 1
    assert sorted(site.asked) == ["/0", "/1", "/2"]


def test_a_round_asks_several_hosts_and_no_more_than_its_bound(open_door, clock, monkeypatch):
    monkeypatch.setattr(links, "HOSTS", 2)
    with ExitStack() as stack:
        sites = [stack.enter_context(elsewhere.site(f"127.0.0.{n}")) for n in (1, 2, 3)]
        publish(*(site.url for site in sites))
        assert look() == 2
        assert look() == 1
    assert [site.asked for site in sites] == [["/"]] * 3


def test_a_link_in_several_stories_is_asked_once(site, clock):
    for number in range(3):
        publish(f"{site.url}/minutes", headline=f"Part {number}")
    look()
    clock.shift(links.PAUSE)
    look()
    assert site.asked == ["/minutes"]


def test_only_what_readers_see_is_looked_at(site, clock):
    story = publish(f"{site.url}/old")
    story.sources = [Source(title="A leaked letter", link=f"{site.url}/leak")]
    story.save_revision()
    making.draft("Not yet", sources=[{"title": "A", "link": f"{site.url}/draft"}])
    newsdesk.unpublish(publish(f"{site.url}/taken-back", headline="Taken back"))
    for _ in range(4):
        look()
        clock.shift(links.PAUSE)
    assert site.asked == ["/old"]


def test_a_link_that_nobody_sees_any_more_is_forgotten_after_a_while(site, clock):
    story = publish(f"{site.url}/old")
    look()
    newsdesk.unpublish(story)
    clock.shift(WEEK + links.KEPT)
    look()
    assert Link.objects.exists()
    clock.shift(HOUR)
    look()
    assert not Link.objects.exists()


def test_a_link_that_no_program_understands_holds_up_nothing(site, clock):
    story = publish(f"{site.url}/minutes")
    Source.objects.create(story=story, title="Broken", link="http://[::1")
    assert look() == 2
    assert link(f"{site.url}/minutes").answer == Answer.ALIVE


def test_the_job_sends_somebody_out_only_when_something_is_due(site, clock):
    jobs.run_due({"look_at_links": jobs.JOBS["look_at_links"]})
    sent = DBTaskResult.objects.filter(task_path=links.look.module_path)
    assert sent.count() == 0
    publish(f"{site.url}/minutes")
    clock.shift(HOUR)
    jobs.run_due({"look_at_links": jobs.JOBS["look_at_links"]})
    assert sent.count() == 1
    assert site.asked == []


def test_two_processes_do_not_ask_for_the_same_link(site, clock):
    publish(f"{site.url}/minutes")
    links.take_up(timezone.now())
    [seen_by_both] = links.due(timezone.now())
    assert links._claim(seen_by_both)
    assert not links._claim(seen_by_both)


HISTORIES = st.lists(st.tuples(st.sampled_from(list(Answer)), st.integers(1, 60)), max_size=12)


@given(HISTORIES)
def test_a_link_is_dead_when_two_failures_a_day_apart_follow_the_last_answer(history):
    now, one = NOON, Link(url="https://a.example/")
    failures = []
    for answer, hours in history:
        now += hours * HOUR
        one.hear(answer, None, now)
        if answer == Answer.ALIVE:
            failures = []
        elif answer in {Answer.GONE, Answer.NOWHERE}:
            failures.append(now)
        assert one.is_dead == (bool(failures) and failures[-1] - failures[0] >= DAY)
        assert now + DAY <= one.due_at <= now + WEEK
