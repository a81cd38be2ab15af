"""The demo's polls: each reader once, after the story came out, in the order of the options."""

from collections import Counter

import pytest

from plaudit.demo import archive, polls
from plaudit.demo.chance import Chance
from plaudit.demo.presses import originals
from plaudit.stories.models import Story
from tests.stories.items import items_of, poll
from tests.support import making

pytestmark = pytest.mark.django_db

HOURS = 30.0


def hold(*stories, ballots=20_000):
    ages = {story.about: HOURS for story in stories}
    return polls.hold(ages, 40, ballots, 300, Chance(1))


def test_each_reader_chooses_once_and_the_first_option_is_chosen_most():
    story = making.story(body=[poll("Hope", "Faith", "Charity")])
    abouts, votes = hold(story)
    assert abouts == [item.about for item in items_of(story).values()]
    assert len({vote.voter for vote in votes}) == len(votes) == 200
    times = Counter(vote.subject for vote in votes)
    assert times[40] > times[41] > times[42] > 0
    assert all(0 < vote.hours_ago < HOURS and vote.value == 1 for vote in votes)


def test_the_choices_are_spread_over_all_polls_of_the_stories_and_no_others():
    one = making.story(body=[poll("Hope", "Faith"), poll("Yes", "No")])
    making.story("Another", body=[poll("Hope", "Faith")])
    abouts, votes = hold(one)
    assert len(abouts) == 4
    assert sorted({vote.subject for vote in votes}) == [40, 41, 42, 43]
    assert len(votes) == 200


def test_stories_without_polls_have_nobody_who_chooses():
    assert hold(making.story()) == ([], [])


def test_a_story_with_a_poll_is_not_printed_in_bulk():
    told = archive.stories(8)
    for it in told:
        making.story(it.headline, slug=it.slug)
    assert Story.objects.filter(slug="close-the-old-bridge").exists()
    assert [one.slug for one in originals.find(told)] == [
        it.slug for it in told if it.slug != "close-the-old-bridge"
    ]
