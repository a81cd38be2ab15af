"""What is written, what is printed in bulk, and how an archive's ballots spread."""

import pytest

from plaudit.demo.chance import Chance
from plaudit.demo.presses import plan
from plaudit.demo.presses.plan import Plan, Sizes

APPEALS, CONTROVERSIES = [0.3, 0.9], [0.0, 0.2]


def copies(stories, ballots, seed=1):
    return list(Plan(Sizes(stories, ballots), APPEALS, CONTROVERSIES, Chance(seed)))


@pytest.mark.parametrize("wanted", [(40, 20_000), (2_000, 1_000_000), (40, 5_000_000), (2, 40)])
def test_what_a_newspaper_can_write_is_written(wanted):
    assert plan.divide(Sizes(*wanted)) == (wanted, (0, 0))


@pytest.mark.parametrize("wanted", [(2_001, 100), (1_000_000, 10_000_000), (41, 1_000_001)])
def test_beyond_that_nothing_is_lost_between_the_two(wanted):
    written, printed = plan.divide(Sizes(*wanted))
    assert printed.stories
    assert (written.stories + printed.stories, written.ballots + printed.ballots) == wanted


def test_as_many_people_take_part_as_were_asked_for():
    voters = sum(copy.up + copy.down for copy in copies(5_000, 60_000))
    assert voters == pytest.approx(60_000, rel=0.02)


def test_the_archive_goes_from_the_oldest_to_the_newest():
    ages = [copy.age for copy in copies(3_000, 100)]
    assert ages == sorted(ages, reverse=True)
    assert 0 < ages[-1] < ages[0] <= plan.LONGEST_HOURS


def test_however_many_stories_there_are_none_is_older_than_twenty_years():
    assert copies(200_000, 0)[0].age <= plan.LONGEST_HOURS


def test_a_few_stories_are_read_by_everybody_and_most_by_hardly_anyone():
    points = sorted((copy.up for copy in copies(5_000, 50_000)), reverse=True)
    assert sum(points[:50]) > sum(points) / 10
    assert points[2_500] < 5


def test_points_down_follow_the_original():
    found = copies(5_000, 50_000)
    down = sum(copy.down for copy in found if copy.original == 1)
    up = sum(copy.up for copy in found if copy.original == 1)
    assert down / (up + down) == pytest.approx(CONTROVERSIES[1], rel=0.1)
    assert not any(copy.down for copy in found if copy.original == 0)


def test_the_same_seed_gives_the_same_plan_and_another_seed_another():
    assert copies(500, 3_000) == copies(500, 3_000)
    assert copies(500, 3_000) != copies(500, 3_000, seed=2)
