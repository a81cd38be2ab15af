"""Reading leaves nothing behind: no cookie, nothing kept in the browser, nobody else asked."""

import time

import pytest
from playwright.sync_api import expect

from plaudit.sharing import readings
from tests.support import making

pytestmark = pytest.mark.browser


@pytest.fixture
def story(running_site):
    """With everything that a page fetches, and a list of each kind that it stands in."""
    with running_site.database():
        return making.story(
            image=making.photo(), authors=[making.author("Bea Writer")], tags=["quiet"]
        )


@pytest.mark.parametrize("has_scripts", [True, False])
def test_reading_sets_no_cookie_and_asks_nobody_else(reader, story, has_scripts):
    ann = reader(has_scripts=has_scripts)
    lists = ("/", "/new", "/trending", "/hot", "/popular", "/top")
    scopes = ("/sections/town", "/tags/quiet", "/authors/bea-writer", "/authors/bea-writer/top")
    about = ("/how-points-work", "/how-lists-work", "/nowhere-at-all")
    here = story.get_absolute_url()
    for path in (*lists, *scopes, *about, here, f"{here}/points"):
        ann.page.goto(path)
        expect(ann.page.get_by_role("main")).to_be_visible()
        assert ann.elsewhere == [], path
        assert ann.cookies == set(), path


def test_the_form_to_sign_in_sets_the_one_cookie_it_needs(reader):
    ann = reader()
    for path in ("/accounts/login/", "/accounts/signup/"):
        ann.page.goto(path)
        assert ann.cookies == {"csrftoken"}
    assert ann.elsewhere == []


def test_that_a_story_was_read_is_counted_without_a_cookie(reader, story, running_site):
    ann = reader()
    ann.page.clock.install()
    ann.opens(story)
    assert read(running_site, story) == 0  # opened, not read yet
    ann.page.clock.run_for(6_000)
    deadline = time.monotonic() + 10
    while read(running_site, story) != 1:
        assert time.monotonic() < deadline
        ann.page.wait_for_timeout(50)  # what the browser sends passes through this process
    ann.page.reload()
    ann.page.clock.run_for(10_000)
    ann.page.goto("/new")  # answered after whatever was sent before it
    assert read(running_site, story) == 1
    assert ann.cookies == set()


def read(site, story):
    with site.database():
        return readings.count(story.about)
