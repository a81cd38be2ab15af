"""How many readers give a story points, when, and which: pure arithmetic over chance.

A story's readers come after a log-normal delay, half of them within fourteen hours; so a fresh
story has had few of them and an old one all. How many it will have follows from its appeal.
"""

import math
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from plaudit.demo.chance import Chance

HALF_HOURS, SPREAD = 14.0, 1.25
LEAD_POINTS, LEAD_BALLOTS = 583, 20_000
WITHDRAWN = CHANGED = 0.015
MEMBER_SHARE = 0.35
VIEWS_PER_BALLOT = (9, 19)
SHARERS = 0.035


class Subject(NamedTuple):
    """What decides how a story fares: hours ago, 0 to 1, share of points down."""

    age: float
    appeal: float
    controversy: float


class Vote(NamedTuple):
    """`voter` counts guests from 0 and members from -1 downwards."""

    hours_ago: float
    subject: int
    voter: int
    value: int


def plan(subjects: Sequence[Subject], count: int, members: int, chance: Chance) -> list[Vote]:
    """Every ballot, the oldest first."""
    standing = turnouts(subjects, count)
    found: list[Vote] = []
    for number, subject in enumerate(subjects):
        branch = chance.branch(f"votes {number}")
        found += votes(number, subject, standing[number], members, branch)
    found.sort(key=lambda vote: -vote.hours_ago)
    return found


def turnouts(subjects: Sequence[Subject], ballots: int) -> list[tuple[int, int]]:
    """For each subject how many points up and down stand in the end.

    The subject with the greatest appeal leads: it gets 583 points, of every 20,000 ballots cast.
    """
    lead = max(range(len(subjects)), key=lambda place: subjects[place].appeal)
    weights = [subject.appeal**2 * came_by(subject.age) for subject in subjects]
    once = ballots / (1 + WITHDRAWN * 2 + CHANGED)  # who comes back casts a ballot more
    lead_points = round(LEAD_POINTS * ballots / LEAD_BALLOTS)
    lead_down = round(lead_points * _share_down(subjects[lead]))
    others = max(0.0, once - lead_points - 2 * lead_down)
    total = (sum(weights) - weights[lead]) or 1.0
    counts = [round(others * weight / total) for weight in weights]
    downs = [round(n * subject.controversy) for n, subject in zip(counts, subjects, strict=True)]
    standing = [(n - down, down) for n, down in zip(counts, downs, strict=True)]
    standing[lead] = (lead_points + lead_down, lead_down)
    return standing


def votes(
    number: int, subject: Subject, standing: tuple[int, int], members: int, chance: Chance
) -> list[Vote]:
    """The ballots about one subject: first ones, changes of mind and withdrawals."""
    up, down = standing
    values = [1] * up + [-1] * down
    chance.shuffle(values)
    undecided = round(len(values) * WITHDRAWN)
    voters = people(len(values) + undecided, members, chance)
    found: list[Vote] = []
    for voter, value in zip(voters, values + [0] * undecided, strict=True):
        at = hours_ago(subject.age, chance)
        later = at * chance.uniform(0.1, 0.9)
        if value == 0:
            found += [Vote(at, number, voter, 1), Vote(later, number, voter, 0)]
        elif chance.random() < CHANGED:
            found += [Vote(at, number, voter, -value), Vote(later, number, voter, value)]
        else:
            found.append(Vote(at, number, voter, value))
    return found


def came_by(age: float) -> float:
    """The share of a story's readers that has come when it is so many hours old."""
    return 0.5 * (1 + math.erf(math.log(max(age, 0.01) / HALF_HOURS) / (SPREAD * math.sqrt(2))))


def _share_down(subject: Subject) -> float:
    return subject.controversy / (1 - 2 * subject.controversy)


def hours_ago(age: float, chance: Chance) -> float:
    """Of a reader's ballot. Drawn again until it lies between publication and now."""
    while True:
        delay = chance.lognormvariate(math.log(HALF_HOURS), SPREAD)
        if delay < age:
            return age - delay


def people(count: int, members: int, chance: Chance) -> list[int]:
    """Different people: about a third members, as far as there are any, the rest guests."""
    from_members = min(members, round(count * MEMBER_SHARE * chance.uniform(0.7, 1.2)))
    guests = count - from_members
    found = [-1 - member for member in chance.sample(range(members), from_members)]
    found += chance.sample(range(max(guests * 3, 50)), guests)
    chance.shuffle(found)
    return found


def views(votes: Sequence[Vote], now: datetime, chance: Chance) -> Counter[tuple[int, date]]:
    """How often each story was read on each day: many times as often as points were given."""
    days: Counter[tuple[int, date]] = Counter()
    for vote in votes:
        days[vote.subject, (now - timedelta(hours=vote.hours_ago)).date()] += chance.randint(
            *VIEWS_PER_BALLOT
        )
    return days


def sharers(votes: Sequence[Vote], chance: Chance) -> list[tuple[int, int]]:
    """Who passed which story on: some of those who liked it."""
    return [
        (vote.subject, vote.voter)
        for vote in votes
        if vote.value == 1 and chance.random() < SHARERS
    ]
