"""Which requests come from this site's own pages."""

import pytest
from django.test import RequestFactory

from plaudit.people import origins
from plaudit.people.origins import Origin, parse

SITE = "http://127.0.0.1:8000"  # as tests/support/home.py sets it


def is_cross_site(**headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return origins.is_cross_site(RequestFactory().post("/stories/x/point", headers=named))


@pytest.mark.parametrize("relation", ["same-origin", "none"])
def test_a_page_of_this_site_is_no_cross_site(relation):
    assert not is_cross_site(Sec_Fetch_Site=relation)


@pytest.mark.parametrize(
    "relation",
    ["cross-site", "same-site", "", "Same-Origin", "same-origin, cross-site", "same"],
)
def test_every_other_relation_is_refused(relation):
    assert is_cross_site(Sec_Fetch_Site=relation)


def test_the_browsers_own_word_goes_before_the_origin():
    """Without a referrer, a form of this site has the origin `null`."""
    assert not is_cross_site(Sec_Fetch_Site="same-origin", Origin="null")
    assert is_cross_site(Sec_Fetch_Site="cross-site", Origin=SITE)


@pytest.mark.parametrize("sender", [SITE, "http://testserver", "HTTP://127.0.0.1:8000"])
def test_without_it_the_origin_is_the_site_or_the_host_that_was_asked(sender):
    assert not is_cross_site(Origin=sender)


@pytest.mark.parametrize(
    "sender",
    [
        *("null", "", "https://evil.example", "http://127.0.0.1", "https://127.0.0.1:8000"),
        *("http://127.0.0.1:8000.evil.example", "http://evil.example#http://testserver"),
        *("http://testserver.evil.example", "http://testserver:8080", "https://testserver"),
        *("http://[", "http://127.0.0.1:99999", "file://", "testserver"),
    ],
)
def test_every_other_origin_is_refused(sender):
    assert is_cross_site(Origin=sender)


def test_where_only_a_referrer_is_sent_it_is_the_sites_own_page():
    assert not is_cross_site(Referer=f"{SITE}/stories/the-ferry")
    assert is_cross_site(Referer="https://evil.example/127.0.0.1:8000")
    assert is_cross_site(Referer="http://127.0.0.1:8000.evil.example/")
    assert not is_cross_site(Origin=SITE, Referer="https://evil.example/")


def test_a_program_that_says_nothing_is_let_in():
    assert not is_cross_site()


def test_a_host_that_is_not_ours_makes_no_origin_ours():
    request = RequestFactory().post(
        "/", headers={"Host": "evil.example", "Origin": "http://evil.example"}
    )
    assert origins.is_cross_site(request)


def test_ports_that_go_without_saying_are_said():
    assert parse("https://gazette.example") == parse("https://gazette.example:443")
    assert parse("http://gazette.example") == Origin("http", "gazette.example", 80)
    assert parse("ftp://gazette.example") is None
