"""Views: how often a story was read, without cookies, without bots, apart from points."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.test import Client

from plaudit.points.models import Ballot, PrefixCount, Tally
from plaudit.sharing import readings
from plaudit.sharing.models import Share, ViewTally
from plaudit.stories import newsdesk
from tests.points.voting import give
from tests.sharing.passing import FIREFOX, OWN_PAGE, read, share, views_of
from tests.support import making
from tests.support.racing import a_locked_table, at_once

BROWSERS = {
    "Firefox": FIREFOX,
    "Chrome": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Safari/537.36",
    "Safari": "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/26.0 Safari/605.1.15",
    "an iPhone": "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
    "a Cubot telephone": "Mozilla/5.0 (Linux; Android 12; CUBOT NOTE 20) AppleWebKit/537.36 "
    "(KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    "Facebook's own browser": "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, "
    "like Gecko) Version/4.0 Chrome/142.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0;]",
}
PROGRAMS = {
    "nothing": "",
    "Googlebot": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
    "Googlebot that renders": "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; "
    "Googlebot/2.1; +http://www.google.com/bot.html) Chrome/142.0 Safari/537.36",
    "Bingbot": "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
    "GPTBot": "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.2)",
    "Meta": "meta-externalagent/1.1 (+https://developers.facebook.com/docs/sharing/webmasters)",
    "Facebook's card": "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    "Baiduspider": "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search)",
    "the Internet Archive": "Mozilla/5.0 (compatible; archive.org_bot +http://archive.org/details)",
    "Pingdom": "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/534.34 Pingdom.com_bot_version_1.4",
    "UptimeRobot": "Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)",
    "Lighthouse": f"{BROWSERS['Chrome']} Chrome-Lighthouse",
    "a headless Chrome": BROWSERS["Chrome"].replace("Chrome/", "HeadlessChrome/"),
    "Google's inspection": "Mozilla/5.0 (compatible; Google-InspectionTool/1.0;)",
    "PhantomJS": "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 PhantomJS/2.1.1 Safari",
    "curl": "curl/8.14.1 (x86_64-pc-linux-gnu)",
    "Python": "python-requests/2.32.5 CPython/3.11",
    "aiohttp": "Python/3.11 aiohttp/3.12.15 and more",
    "Go": "Go-http-client/2.0 and some more",
    "Scrapy": "Scrapy/2.13.3 (+https://scrapy.org)",
    "Perl": "libwww-perl/6.77 and some more words",
    "Ruby": "Ruby, and some more words after that",
    "Mastodon": "http.rb/5.3.1 (Mastodon/4.5.0; +https://mastodon.example/) Bot",
    "Feedly": "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 3 subscribers)",
    "1,000,000 characters": "Mozilla/5.0 (" + "a" * 1_000_000,
}


@pytest.mark.parametrize("name", BROWSERS)
def test_a_browser_that_showed_the_page_is_a_view(guest, story, name):
    answer = read(guest, story, headers={"User-Agent": BROWSERS[name]})
    assert (answer.status_code, answer.content) == (204, b"")
    assert views_of(story) == readings.count(story.about) == 1


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_program_is_answered_alike_and_not_counted(guest, story, name):
    answer = read(guest, story, headers={"User-Agent": PROGRAMS[name]})
    assert (answer.status_code, answer.content) == (204, b"")
    assert views_of(story) == 0


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Purpose": "prefetch"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
        {"X-Moz": "prefetch"},
        {"X-Purpose": "preview"},
    ],
)
def test_a_page_fetched_in_advance_is_no_view(guest, story, headers):
    assert read(guest, story, headers=headers).status_code == 204
    assert views_of(story) == 0


@pytest.mark.parametrize("method", ["get", "head", "options", "put", "delete"])
def test_only_a_post_is_a_view_and_a_page_that_is_merely_fetched_is_none(guest, story, method):
    address = story.get_absolute_url()
    getattr(guest, method)(address, headers=OWN_PAGE)
    answer = getattr(guest, method)(f"{address}/view", headers=OWN_PAGE)
    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert views_of(story) == 0


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}]
)
def test_another_sites_page_adds_no_view(guest, story, headers):
    assert read(guest, story, headers=headers).status_code == 204
    assert views_of(story) == 0


def test_a_view_sets_no_cookie_and_heeds_none(guest, charlie, story):
    assert not read(guest, story).cookies
    share(guest, story)
    assert not read(guest, story).cookies
    guest.force_login(charlie)
    assert not read(guest, story).cookies
    assert views_of(story) == 3


def test_nothing_is_kept_but_a_figure_for_the_day(guest, story):
    with time_machine.travel(datetime(2026, 11, 24, 23, 59, 50, tzinfo=UTC), tick=False):
        read(guest, story, REMOTE_ADDR="198.51.100.77")
        read(guest, story, REMOTE_ADDR="2001:db8::77")
    [kept] = ViewTally.objects.values("about", "day", "views")
    assert kept == {"about": story.about, "day": date(2026, 11, 24), "views": 2}
    assert {field.name for field in ViewTally._meta.get_fields()} == {"id", *kept}
    bound = str(list(PrefixCount.objects.values()))
    assert not [trace for trace in ("198.51.100", "2001:db8", "Firefox") if trace in bound]


def test_a_day_begins_at_midnight_in_utc_wherever_the_site_is(guest, story, settings):
    settings.TIME_ZONE = "Pacific/Auckland"
    for moment in ("2026-11-24T23:59:59+00:00", "2026-11-25T00:00:01+00:00"):
        with time_machine.travel(datetime.fromisoformat(moment), tick=False):
            read(guest, story)
    days = ViewTally.objects.order_by("day").values_list("day", "views")
    assert list(days) == [(date(2026, 11, 24), 1), (date(2026, 11, 25), 1)]


def test_every_story_has_views_of_its_own(guest, story):
    other = making.story("Another story")
    for told in (story, story, other):
        read(guest, told)
    assert (views_of(story), views_of(other)) == (2, 1)


def test_one_address_block_adds_views_up_to_a_bound(guest, story, monkeypatch):
    """A page that is loaded over and over again by a program must not make the figure."""
    assert readings.MOST_OF_A_BLOCK == 500
    monkeypatch.setattr(readings, "MOST_OF_A_BLOCK", 10)
    for number in range(13):
        read(guest, story, REMOTE_ADDR=f"198.51.100.{number}")
    assert views_of(story) == 10
    read(guest, story, REMOTE_ADDR="203.0.113.9")
    assert views_of(story) == 11


def test_a_view_is_kept_apart_from_points_and_shares(guest, story):
    give(guest, story, 1)
    before = guest.get(f"{story.get_absolute_url()}.json").json()["points"]
    for _ in range(3):
        read(guest, story)
    assert guest.get(f"{story.get_absolute_url()}.json").json()["points"] == before
    assert (Ballot.objects.count(), Tally.objects.count(), Share.objects.count()) == (1, 0, 0)
    assert views_of(story) == 3


def test_what_cannot_be_read_has_no_views(guest, story):
    assert read(guest, making.draft("A secret plan")).status_code == 404
    assert guest.post("/stories/nothing-here/view", headers=OWN_PAGE).status_code == 404
    newsdesk.unpublish(story)
    assert read(guest, story).status_code == 410
    assert not ViewTally.objects.exists()


def test_a_page_opened_before_its_story_moved_still_counts(guest, story):
    old = story.get_absolute_url()
    story.slug = "ferry-on-time"
    story.save()
    assert guest.post(f"{old}/view", headers=OWN_PAGE).status_code == 204
    assert views_of(story) == 1


@pytest.mark.parametrize("body", [b"", b"\0" * 100, b"x" * 13_000_000])
def test_whatever_is_said_with_it_a_view_is_a_view(guest, story, body):
    address = f"{story.get_absolute_url()}/view"
    kind = "text/plain;charset=UTF-8"
    assert guest.post(address, body, content_type=kind, headers=OWN_PAGE).status_code == 204
    assert views_of(story) == 1


def test_the_page_asks_its_own_site_to_count(guest, story):
    page = guest.get(story.get_absolute_url()).content.decode()
    assert f'<view-beacon data-endpoint="{story.get_absolute_url()}/view">' in page


# With real commits


def test_20_views_at_once_are_20(racing_db):
    story = making.story()
    answers = at_once([lambda: read(Client(), story)] * 20)
    assert {answer.status_code for answer in answers} == {204}
    assert views_of(story) == 20


def test_a_view_that_a_locked_database_cannot_take_is_lost_quietly(racing_db):
    story, client = making.story(), Client()
    with a_locked_table("sharing_viewtally"):
        answer = read(client, story)
    assert answer.status_code == 204
    assert views_of(story) == 0
