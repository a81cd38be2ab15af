"""Own share actions: counted once for each reader and story, and never a point."""

import json
import secrets

import pytest
from django.test import Client

from plaudit.points.models import Ballot, DayTally, PrefixCount, Tally
from plaudit.sharing.models import Share
from plaudit.stories import newsdesk
from tests.points.voting import give
from tests.sharing.passing import OWN_PAGE, share, shares_of
from tests.support import cast, making
from tests.support.racing import a_locked_table, at_once

MANY = 20


def device_of(cookies):
    device = Client()
    device.cookies.load(cookies)
    return device


def shared(answer):
    assert answer.status_code == 200, answer.content
    return answer.json()


@pytest.mark.django_db
def test_a_share_is_counted_and_the_count_is_the_answer(guest, story):
    assert shared(share(guest, story)) == {"shares": 1}
    assert shares_of(story) == 1


def test_a_guest_is_counted_once_whichever_way_the_story_went(guest, story):
    for network in ("copy", "mastodon", "system", "mail"):
        assert shared(share(guest, story, network)) == {"shares": 1}


def test_two_guests_are_two_and_two_stories_are_two(guest, story):
    other = making.story("Another story")
    share(guest, story)
    assert shared(share(guest, other)) == {"shares": 1}
    assert shared(share(Client(), story)) == {"shares": 2}


def test_a_member_is_counted_once_from_two_devices(charlie, story):
    for _ in range(2):
        device = Client()
        device.force_login(charlie)
        answer = share(device, story)
        assert shared(answer) == {"shares": 1}
        assert "guest" not in answer.cookies


def test_a_guest_gets_the_cookie_by_sharing_and_not_again(guest, story):
    assert not guest.get(story.get_absolute_url()).cookies
    first = share(guest, story).cookies["guest"]
    assert (first["httponly"], first["samesite"]) == (True, "Lax")
    assert not share(guest, story).cookies


def test_who_gave_a_point_is_known_and_gets_no_second_cookie(guest, story):
    give(guest, story, 1)
    assert not share(guest, story).cookies
    assert shared(share(guest, story)) == {"shares": 1}


def test_a_share_never_moves_points(guest, story):
    give(guest, story, 1)
    before = guest.get(f"{story.get_absolute_url()}.json").json()["points"]
    rows = [list(model.objects.values()) for model in (Ballot, Tally, DayTally)]
    for client in (guest, Client(), Client()):
        share(client, story)
    assert guest.get(f"{story.get_absolute_url()}.json").json()["points"] == before
    assert [list(model.objects.values()) for model in (Ballot, Tally, DayTally)] == rows


def test_what_is_kept_of_a_share_does_not_lead_to_the_ballot_or_to_another_share(guest, story):
    give(guest, story, 1)
    share(guest, story)
    share(guest, making.story("Another story"))
    tags = [*Share.objects.values_list("tag", flat=True), Ballot.objects.get().tag]
    assert len(set(tags)) == 3
    assert guest.cookies["guest"].value not in tags


def test_no_address_and_no_device_is_kept(guest, story):
    share(guest, story, REMOTE_ADDR="198.51.100.77")
    kept = [*Share.objects.values(), *PrefixCount.objects.values()]
    assert "198.51.100" not in str(kept)
    assert "Firefox" not in str(kept)


def test_new_guests_of_one_address_block_are_counted_up_to_a_bound(story):
    """A program that keeps no cookie is a new guest each time; it must not make the figure."""
    answers = [share(Client(), story, REMOTE_ADDR=f"198.51.100.{n}") for n in range(MANY + 6)]
    assert [shared(answer)["shares"] for answer in answers][-6:] == [MANY] * 6
    assert not answers[-1].cookies
    assert shared(share(Client(), story, REMOTE_ADDR="203.0.113.9")) == {"shares": MANY + 1}


def test_cookies_that_a_program_makes_up_do_not_lift_the_bound(story):
    for _ in range(MANY + 2):
        client = device_of({"guest": secrets.token_urlsafe(32)})
        assert share(client, story).status_code == 200
    assert shares_of(story) == MANY
    assert Share.objects.count() == MANY


def test_a_guest_beyond_the_bound_can_still_pass_on_another_story(guest, story):
    for _ in range(MANY):
        share(Client(), story)
    assert shared(share(guest, story)) == {"shares": MANY}
    assert shared(share(guest, making.story("Another story"))) == {"shares": 1}


def test_the_bound_of_shares_takes_nothing_from_that_of_points(story):
    for _ in range(MANY):
        share(Client(), story)
    assert give(Client(), story, 1).status_code == 200


def test_a_member_is_counted_beyond_the_bound(story, charlie):
    for _ in range(MANY):
        share(Client(), story)
    member = Client()
    member.force_login(charlie)
    assert shared(share(member, story)) == {"shares": MANY + 1}


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:8001"},
    ],
)
def test_another_sites_page_is_refused_with_a_sentence_and_without_a_cookie(guest, story, headers):
    answer = guest.post(f"{story.get_absolute_url()}/share", headers=headers)
    assert answer.status_code == 403
    assert answer.json()["error"].endswith(".")
    assert not answer.cookies
    assert shares_of(story) == 0


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://127.0.0.1:8000"}, OWN_PAGE])
def test_a_program_and_the_sites_own_page_are_heard(guest, story, headers):
    answer = guest.post(f"{story.get_absolute_url()}/share", headers=headers)
    assert shared(answer) == {"shares": 1}


def test_what_cannot_be_read_cannot_be_shared(guest, story):
    draft = making.draft("A secret plan")
    assert share(guest, draft).status_code == 404
    assert guest.post("/stories/nothing-here/share").status_code == 404
    newsdesk.unpublish(story)
    assert share(guest, story).status_code == 410
    assert not guest.cookies
    assert not Share.objects.exists()


def test_a_page_opened_before_its_story_moved_still_counts(guest, story):
    old = story.get_absolute_url()
    story.slug = "ferry-on-time"
    story.save()
    answer = guest.post(f"{old}/share", headers=OWN_PAGE)
    assert shared(answer) == {"shares": 1}
    assert shares_of(story) == 1


def test_the_page_shows_shares_beside_the_points_and_none_where_there_are_none(guest, story):
    def shown():
        return guest.get(story.get_absolute_url()).content.decode()

    assert '<span class="share-count" hidden></span>' in shown()
    share(guest, story)
    assert '<span class="share-count">1 share</span>' in shown()
    share(Client(), story)
    assert '<span class="share-count">2 shares</span>' in shown()


def test_a_large_figure_is_grouped_as_the_language_does_it():
    from plaudit.sharing.templatetags.sharing import shares_phrase

    assert shares_phrase(0) == "0 shares"
    assert shares_phrase(1234567) == "1,234,567 shares"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"\0" * 100, "application/x-www-form-urlencoded"),
        (b"network=%00%ff" + b"&a=1" * 20_000, "application/x-www-form-urlencoded"),
        (b"{" * 100_000, "application/json"),
        (b"--x\r\nnonsense", "multipart/form-data; boundary=x"),
        (b"network=copy", "multipart/form-data"),
        (b"x" * 13_000_000, "text/plain"),
        (json.dumps({"network": ["copy"]}).encode(), "application/\0json"),
    ],
)
def test_whatever_is_said_with_it_a_share_is_a_share(guest, story, body, kind):
    answer = guest.post(
        f"{story.get_absolute_url()}/share", body, content_type=kind, headers=OWN_PAGE
    )
    assert shared(answer) == {"shares": 1}


@pytest.mark.parametrize(
    "value",  # as a browser sends it
    ["", "x", r'"\000"', '"' + r"\351" * 43 + '"', "A" * 44, "A" * 5000],
)
def test_a_cookie_that_is_not_ours_is_a_new_guest(guest, story, value):
    answer = share(guest, story, headers={"Cookie": f"guest={value}"})
    assert shared(answer) == {"shares": 1}
    assert len(answer.cookies["guest"].value) == 43


# With real commits


@pytest.fixture
def racing_story(racing_db):
    return making.story()


def test_20_shares_of_a_guest_at_once_are_one(racing_story):
    client = Client()
    give(client, racing_story, 1)
    cookies = {"guest": client.cookies["guest"].value}
    devices = [device_of(cookies) for _ in range(MANY)]
    answers = at_once([lambda one=one: share(one, racing_story) for one in devices])
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.content for answer in answers} == {b'{"shares": 1}'}
    assert (shares_of(racing_story), Share.objects.count()) == (1, 1)


def test_20_first_shares_of_a_member_at_once_are_one(racing_story):
    charlie = cast.charlie()
    devices = [Client() for _ in range(MANY)]
    for device in devices:
        device.force_login(charlie)
    answers = at_once([lambda one=one: share(one, racing_story) for one in devices])
    assert {answer.status_code for answer in answers} == {200}
    assert (shares_of(racing_story), Share.objects.count()) == (1, 1)


def test_20_guests_at_once_are_20_and_25_of_one_block_no_more(racing_story):
    answers = at_once([lambda: share(Client(), racing_story)] * (MANY + 5))
    assert {answer.status_code for answer in answers} == {200}
    assert (shares_of(racing_story), Share.objects.count()) == (MANY, MANY)


def test_a_database_that_is_locked_says_to_try_again_and_gives_no_cookie(racing_story):
    client = Client()
    client.get(racing_story.get_absolute_url())
    with a_locked_table("sharing_share"):
        answer = share(client, racing_story)
    assert answer.status_code == 503
    assert answer.json()["error"].endswith(".")
    assert answer["Retry-After"] == "5"
    assert not answer.cookies
    assert shares_of(racing_story) == 0
