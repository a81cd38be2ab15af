"""robots.txt: everything a reader sees may be read, by anyone; the rest is nobody's business."""

from urllib.robotparser import RobotFileParser

import pytest

from tests.sharing.passing import SITE


@pytest.fixture
def rules(client):
    answer = client.get("/robots.txt")
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/plain; charset=utf-8")
    found = RobotFileParser()
    found.parse(answer.content.decode().splitlines())
    return found


@pytest.mark.parametrize(
    "path", ["/", "/stories/the-ferry", "/trending", "/sections/town/hot", "/feed", "/sitemap.xml"]
)
def test_what_readers_see_may_be_read(rules, path):
    assert rules.can_fetch("Anybot", SITE + path)


@pytest.mark.parametrize("path", ["/newsroom/", "/newsroom/login/", "/accounts/signup/"])
def test_the_newsroom_and_the_accounts_may_not(rules, path):
    assert not rules.can_fetch("Anybot", SITE + path)


def test_later_pages_of_lists_are_left_alone_for_their_addresses_never_end(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /*?after=", "Disallow: /*?before="} <= set(lines)


def test_it_names_the_site_map_by_its_whole_address(rules):
    assert rules.site_maps() == [f"{SITE}/sitemap.xml"]


def test_it_needs_no_database_and_sets_no_cookie(client):
    assert not client.get("/robots.txt").cookies
