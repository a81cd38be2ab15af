"""How often a story was opened: for the newsroom only, and kept apart from points."""

import pytest
from django.test import Client

from tests.newsroom.forms import STORIES
from tests.sharing.passing import read, share

pytestmark = pytest.mark.django_db

DASHBOARD = "/newsroom/"


@pytest.fixture
def published(write):
    story = write()
    story.latest_revision.publish()
    story.refresh_from_db()
    for _ in range(2):
        read(Client(), story)
    share(Client(), story)
    return story


def shown(browser, address):
    return " ".join(browser.get(address).content.decode().split())


@pytest.mark.parametrize("name", ["alice", "bob"])
def test_the_dashboard_tells_how_often_a_story_was_viewed(as_, published, name):
    assert "· 2 views" in shown(as_(name), DASHBOARD)


def test_the_editor_tells_it_with_the_shares_and_says_what_a_view_is(as_, published):
    page = shown(as_("bob"), f"{STORIES}/edit/{published.pk}/")
    assert "<strong>2 views</strong> · 1 share ·" in page
    assert "it gives no points and moves the story in no list" in page
    assert f"{published.get_absolute_url()}/points" in page


def test_a_story_that_nobody_could_read_yet_has_no_figures(as_, write):
    story = write()
    bob = as_("bob")
    assert "views" not in shown(bob, DASHBOARD)
    assert "A view is a browser" not in shown(bob, f"{STORIES}/edit/{story.pk}/")


@pytest.mark.parametrize("ending", ["", "/points", ".json"])
def test_readers_are_shown_points_and_shares_but_no_views(published, ending):
    page = Client().get(f"{published.get_absolute_url()}{ending}").content.decode()
    assert "2 views" not in page
    assert '"views"' not in page
    assert published.headline in page
