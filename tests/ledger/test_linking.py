"""Given the public log alone: are two ballots on different stories from one voter?

Measured as the area under the ROC curve (AUC) of every feature the log has: 0.5 is chance. Voters
here give points on two stories each, so a true pair is as good as it gets for whoever looks.
"""

import random
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

import pytest

from plaudit.ledger import batches, cadence
from plaudit.points import ballots, voters
from plaudit.points.models import Ballot
from tests.support.home import ROOT

VOTERS, HOURS = 6000, 24
STORIES = [f"s/01JD3Z5K8R2M7N4Q6T9V0W1X{number:02d}" for number in range(40)]
NEAR_CHANCE = 0.03  # five standard deviations of an AUC of so many pairs


class Entry(NamedTuple):
    """A ballot where the log has it. Only `voter` is not public."""

    place: int
    batch: int
    ballot: Ballot
    voter: int


def a_day(minutes_apart: float, seed: int) -> list[Entry]:
    """The log of a day on which each voter's second ballot follows the first within some minutes,
    on the average; or at any time, where that is a day."""
    chance = random.Random(seed)
    cast = []
    for voter in range(VOTERS):
        first = chance.uniform(0, HOURS * 3600)
        second = first + chance.expovariate(1 / (60 * minutes_apart))
        if minutes_apart >= HOURS * 60:
            second = chance.uniform(0, HOURS * 3600)
        secret = chance.randbytes(32)
        for about, at in zip(chance.sample(STORIES, 2), (first, second), strict=True):
            tag = voters.tag("gazette.example", about, secret)
            ballot = Ballot(about=about, tag=tag, rev=1, value=chance.choice([1, 1, 1, -1]),
                            kind="g", nonce=ballots.new_nonce())  # fmt: skip
            cast.append((at, voter, ballot))
    return sealed(sorted(cast, key=lambda it: it[0]))


def sealed(cast: list[tuple[float, int, Ballot]]) -> list[Entry]:
    """In batches, as they fall due while ballots come in, mixed as the sealer mixes them."""
    log: list[Entry] = []
    waiting: list[tuple[float, int, Ballot]] = []
    number = 0
    for at, voter, ballot in [*cast, (float("inf"), -1, Ballot())]:
        if waiting and cadence.is_due(len(waiting), at - waiting[0][0]):
            who = {id(one): whose for _, whose, one in waiting}
            mixed = batches.mixed([one for _, _, one in waiting])
            log += [Entry(len(log) + at_place, number, one, who[id(one)])
                    for at_place, one in enumerate(mixed)]  # fmt: skip
            number, waiting = number + 1, []
        waiting.append((at, voter, ballot))
    return log


def pairs(log: list[Entry], *, in_one_batch: bool) -> tuple[list, list]:
    """Pairs on different stories: those of one voter, and as many times five of any two."""
    own: dict[int, list[Entry]] = {}
    for entry in log:
        own.setdefault(entry.voter, []).append(entry)
    same = [(one, other) for one, other in own.values()]
    if in_one_batch:
        same = [(one, other) for one, other in same if one.batch == other.batch]
    groups: dict[int, list[Entry]] = {}
    for entry in log:
        groups.setdefault(entry.batch if in_one_batch else 0, []).append(entry)
    different = []
    chance = random.Random(5)
    for one, _ in same:
        group = groups[one.batch if in_one_batch else 0]
        # As many for each: otherwise large batches, where all is further apart, would have more.
        found: list[tuple[Entry, Entry]] = []
        for _ in range(20):
            first, second = chance.choice(group), chance.choice(group)
            if first.voter != second.voter and first.ballot.about != second.ballot.about:
                found.append((first, second))
        different += found[:5]
    return same, different


def auc(same: list, different: list, nearness: Callable[[Entry, Entry], float]) -> float:
    """How often a true pair is nearer than another one; ties count half."""
    others = sorted(nearness(*pair) for pair in different)
    won = sum(
        bisect_left(others, value) + bisect_right(others, value)
        for value in (nearness(*pair) for pair in same)
    )
    return won / (2 * len(same) * len(others))


def in_common(one: str, other: str) -> int:
    return sum(first == second for first, second in zip(one, other, strict=True))


FEATURES = {
    "order": lambda one, other: -abs(one.place - other.place),
    "batch": lambda one, other: -abs(one.batch - other.batch),
    "tag": lambda one, other: in_common(one.ballot.tag, other.ballot.tag),
    "nonce": lambda one, other: in_common(one.ballot.nonce, other.ballot.nonce),
    "value": lambda one, other: one.ballot.value == other.ballot.value,
}


@pytest.fixture(scope="module")
def steady():
    """Pairs of voters who come back at any time of the day."""
    return pairs(a_day(minutes_apart=HOURS * 60, seed=1), in_one_batch=False)


@pytest.fixture(scope="module")
def hurried():
    """Voters who read one story after the other: what the log has of them."""
    return a_day(minutes_apart=1, seed=2)


@pytest.fixture(scope="module")
def in_one_batch(hurried):
    return pairs(hurried, in_one_batch=True)


@pytest.mark.parametrize("feature", FEATURES)
def test_nothing_in_the_log_links_two_ballots_of_a_voter(steady, feature):
    assert auc(*steady, FEATURES[feature]) == pytest.approx(0.5, abs=NEAR_CHANCE)


@pytest.mark.parametrize("feature", FEATURES)
def test_in_one_batch_nothing_does_even_if_both_come_in_a_minute(in_one_batch, feature):
    assert len(in_one_batch[0]) > 1000
    assert auc(*in_one_batch, FEATURES[feature]) == pytest.approx(0.5, abs=NEAR_CHANCE)


def test_what_the_batch_says_is_what_the_minute_says_and_the_order_adds_nothing(hurried):
    """A voter in a hurry gives both points in one batch, or two neighbouring ones: whoever watched
    the figures knows as much. It is said in the documentation, and it is all there is."""
    found = pairs(hurried, in_one_batch=False)
    by_batch = auc(*found, FEATURES["batch"])
    assert by_batch > 0.9
    assert auc(*found, FEATURES["order"]) < by_batch + NEAR_CHANCE


def test_the_specification_says_how_much_the_batch_says():
    spec = (ROOT / "docs/spec/ledger.md").read_text().partition("| minutes | AUC |")[2]
    said = [(int(minutes), float(figure)) for minutes, figure in
            re.findall(r"^\| (\d+) \| (\d\.\d\d) \|$", spec, re.MULTILINE)[:4]]  # fmt: skip
    assert [minutes for minutes, _ in said] == [1, 10, 60, 240]
    for minutes, figure in said:
        found = pairs(a_day(minutes_apart=minutes, seed=3), in_one_batch=False)
        assert auc(*found, FEATURES["batch"]) == pytest.approx(figure, abs=0.02)


def test_unmixed_it_would_be_seen(monkeypatch):
    """The measure is worth something: without mixing it finds the pairs."""
    monkeypatch.setattr(batches, "mixed", list)
    found = pairs(a_day(minutes_apart=1, seed=2), in_one_batch=True)
    assert auc(*found, FEATURES["order"]) > 0.5 + NEAR_CHANCE
