"""Hosts and headers: what a request says of itself changes no page."""

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client

from tests.doors.sweep import PAGES
from tests.points.voting import give
from tests.support import making
from tests.support.cast import PASSWORD

pytestmark = pytest.mark.django_db

STRANGE = [
    *("evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "a b", "x" * 300, "[::1"),
    *("127.0.0.1:8000@evil.example", "evil.example, 127.0.0.1", "127.0.0.1:x", "\u0660"),
]


@pytest.fixture
def story(db):
    return making.story(image=making.photo())


@pytest.mark.parametrize("host", STRANGE)
def test_a_host_that_is_not_the_sites_is_told_so_in_a_sentence(guest, story, host):
    for path in ("/", story.get_absolute_url(), "/accounts/login/", "/feed", "/robots.txt"):
        answer = guest.get(path, headers={"Host": host})
        assert answer.status_code == 400, path
        assert "does not answer to this name" in answer.content.decode()
        assert "evil.example" not in answer.content.decode()


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/sitemap.xml"])
def test_no_page_takes_an_address_from_the_host_that_was_asked(guest, story, path):
    said = {"Host": "localhost:6666", "X-Forwarded-Host": "evil.example"}
    answer = guest.get(path.format(story=story.slug), headers=said)
    assert answer.status_code == 200, path
    text = answer.content.decode()
    assert "localhost:6666" not in text
    assert "evil.example" not in text


@pytest.mark.parametrize("path", [*PAGES, "/nowhere", "/accounts/login/"])
def test_every_public_page_has_the_strict_policy(guest, story, path):
    answer = guest.get(path.format(story=story.slug))
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'self'" in policy
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert answer["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    "path",
    ["/newsroom", "/newsroom-is-not-this", "//newsroom/", "/stories/newsroom/", "/NEWSROOM/"],
)
def test_the_newsrooms_looser_policy_is_the_newsrooms_only(guest, path, db):
    assert "unsafe" not in guest.get(path)["Content-Security-Policy"]


def test_the_newsroom_may_be_framed_by_itself_only(guest, alice):
    guest.force_login(alice)
    answer = guest.get("/newsroom/")
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_no_cookie_is_for_scripts_or_for_other_sites(charlie, story):
    cache.clear()
    browser = Client()
    give(browser, story, 1)
    browser.get("/accounts/login/")
    browser.post("/accounts/login/", {"login": "charlie", "password": PASSWORD})
    assert {"guest", "sessionid", "csrftoken"} <= browser.cookies.keys()
    for name, cookie in browser.cookies.items():
        assert cookie["samesite"] == "Lax", name
        assert cookie["httponly"] or name == "csrftoken", name
        assert not cookie["domain"], name


def test_the_cookies_are_for_https_where_the_site_is_on_https():
    assert settings.SESSION_COOKIE_SECURE is settings.CSRF_COOKIE_SECURE is False  # http://127…


@pytest.mark.parametrize("value", ["a\r\nSet-Cookie: x=1", "a\nLocation: //evil.example", "a\0b"])
@pytest.mark.parametrize("path", ["/accounts/login/?next=", "/newsroom/login/?next=/", "/tags/"])
def test_no_header_is_made_of_what_was_asked(guest, path, value, db):
    answer = guest.get(path + value.replace("\r", "%0d").replace("\n", "%0a").replace("\0", "%00"))
    assert answer.status_code < 500
    assert "x" not in answer.cookies
    assert not any("\n" in content or "\0" in content for content in answer.headers.values())
