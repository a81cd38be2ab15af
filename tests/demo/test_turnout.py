"""How the demo's stories fare: as many ballots as were asked for, the right story in the lead."""

import math
from collections import defaultdict

import pytest

from plaudit.demo import archive, turnout
from plaudit.demo.chance import Chance
from plaudit.demo.turnout import Subject

MEMBERS = 300


def subjects(count=40):
    return [Subject(it.age_hours, it.appeal, it.controversy) for it in archive.stories(count)]


def plan(ballots, seed=1, stories=40):
    return turnout.plan(subjects(stories), ballots, MEMBERS, Chance(seed))


def final(votes):
    values = defaultdict(dict)
    for vote in votes:
        values[vote.subject][vote.voter] = vote.value
    return {subject: sum(by_voter.values()) for subject, by_voter in values.items()}


@pytest.mark.parametrize("ballots", [300, 20_000, 60_000])
def test_about_as_many_ballots_are_cast_as_were_asked_for(ballots):
    assert len(plan(ballots)) == pytest.approx(ballots, rel=0.02)


def test_the_same_seed_gives_the_same_ballots_and_another_seed_others():
    assert plan(2_000) == plan(2_000)
    assert plan(2_000) != plan(2_000, seed=2)


@pytest.mark.parametrize("seed", [1, 2, 77])
def test_the_lead_has_583_points_of_20000_ballots(seed):
    points = final(plan(20_000, seed))
    told = archive.stories(40)
    lead = max(range(40), key=lambda n: told[n].appeal)
    assert points[lead] == 583


@pytest.mark.parametrize("ballots", [20_000, 1_000_000])
def test_the_lead_leads_the_front_page(ballots):
    """By the front page's formula, docs/spec/lists.md: three hours for every doubling."""
    standing = turnout.turnouts(subjects(), ballots)
    told = archive.stories(40)
    height = [
        3 * math.log2(1 + up - down) - story.age_hours
        for (up, down), story in zip(standing, told, strict=True)
    ]
    assert height.index(max(height)) == max(range(40), key=lambda n: told[n].appeal)


def test_everything_happens_between_publication_and_now_in_order():
    votes = plan(5_000)
    ages = [it.age for it in subjects()]
    assert all(0 < vote.hours_ago < ages[vote.subject] for vote in votes)
    assert [vote.hours_ago for vote in votes] == sorted(
        (vote.hours_ago for vote in votes), reverse=True
    )


def test_some_change_their_minds_some_withdraw_and_nobody_repeats_a_value():
    values = defaultdict(list)
    for vote in plan(20_000):
        values[vote.subject, vote.voter].append(vote.value)
    courses = {tuple(course) for course in values.values()}
    assert courses == {(1,), (-1,), (1, 0), (1, -1), (-1, 1)}


def test_members_and_guests_both_take_part():
    votes = plan(20_000)
    members = sum(vote.voter < 0 for vote in votes)
    assert 0.1 < members / len(votes) < 0.5


def test_more_stories_than_were_written_are_reprints_from_further_back():
    told = archive.stories(100)
    assert len({it.slug for it in told}) == 100
    assert told[40].headline.startswith("From the archive, no. 1: ")
    assert told[40].age_hours > max(it.age_hours for it in told[:40])
