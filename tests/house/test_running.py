"""The site that browser tests and commands run against is the real one."""

import pytest

from plaudit.points.models import Ballot
from plaudit.stories.models import Story
from tests.support import making


def test_a_running_site_answers_with_what_is_in_its_database(running_site):
    with running_site.database():
        story = making.story("The ferry runs on Sundays")
    assert running_site.json(f"{story.get_absolute_url()}.json")["headline"] == story.headline


def test_a_running_sites_stories_are_not_in_the_tests_own_database(running_site, db):
    assert Story.objects.count() == 0
    assert Ballot.objects.count() == 0


def test_a_site_ends_with_all_its_processes_within_five_seconds(own_site):
    own_site.start()
    own_site.stop()
    assert not own_site.is_running
    own_site.start()
    own_site.stop()


def test_a_site_can_be_killed_and_started_again(own_site):
    own_site.start()
    own_site.kill()
    own_site.start()


@pytest.mark.browser
def test_a_browser_sees_the_site_with_scripts_and_without(with_scripts, without_scripts):
    for context in (with_scripts, without_scripts):
        page = context.new_page()
        answer = page.goto("/")
        assert answer is not None
        assert answer.ok
        assert page.locator("footer").is_visible()
