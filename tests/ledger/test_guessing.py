"""Somebody who has learned from known pairs guesses which ballots are one voter's, from the public
files alone.

Where `test_linking` looks at one feature after the other, here all of them are weighed together, by
likelihoods learned from half of the voters and tried on the other half; and the log is a real one,
sealed to a folder and read out of it as strangers do. 0.5 is chance. Everything is seeded.

An entry says of which class its voter is, so ballots of different classes are never one voter's.
That much anybody knows; chance is measured among those of the same class.
"""

import math
import random
from collections import Counter, defaultdict
from datetime import timedelta
from itertools import pairwise

import pytest

from plaudit.ledger import batches, sealing
from plaudit.points import ballots, voters
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from plaudit.settings import load
from tests.ledger import reading
from tests.ledger.test_linking import auc, in_common
from tests.rankings.making import NOON

pytestmark = pytest.mark.django_db

VOTERS, SECONDS, BATCH, BINS = 600, 1_800, 256, 8
STORIES = [f"s/01JD3Z5K8R2M7N4Q6T9V0W1X{number:02d}" for number in range(12)]
NEAR_CHANCE = 0.05  # three standard deviations of an AUC of so few pairs
CLEARLY = 0.6
KINDS = [Ballot.Kind.GUEST, Ballot.Kind.GUEST, Ballot.Kind.FEDIVERSE]


class Public:
    """The log as the folder has it, and where its batches end, which the checkpoints tell."""

    def __init__(self, folder, sizes):
        self.entries = reading.ballots(folder)
        self.first = [number for number, (start, end) in enumerate(pairwise(sizes))
                      for _ in range(end - start)]  # fmt: skip
        self.place = {entry.tag: place for place, entry in enumerate(self.entries)}

    def batch(self, tag):
        return self.first[self.place[tag]]

    def features(self, one, other):
        """All that two entries say of each other: order, batch, and what is written in them."""
        first, second = (self.entries[self.place[tag]] for tag in (one, other))
        return (
            abs(self.place[one] - self.place[other]),
            abs(self.batch(one) - self.batch(other)),
            in_common(first.tag, second.tag),
            in_common(first.nonce, second.nonce),
            first.value == second.value,
        )


def traffic(chance, seconds_apart):
    """Each voter gives two points, the second some seconds after the first on the average, or at
    any time where that is None. Returns the ballots in time, and the two tags of each voter."""
    cast, own = [], []
    for _ in range(VOTERS):
        voter = Voter(chance.choice(KINDS), chance.randbytes(32))
        first, second = chance.uniform(0, SECONDS), chance.uniform(0, SECONDS)
        if seconds_apart is not None:
            second = first + chance.expovariate(1 / seconds_apart)
        abouts = chance.sample(STORIES, 2)
        for about, at in zip(abouts, (first, second), strict=True):
            value = chance.choice([1, 1, 1, -1])
            nonce = voters.tag("", about, chance.randbytes(32))[:21] + "A"
            cast.append((at, about, voter, value, nonce))
        own.append(tuple(voters.tag(load().ledger_origin, about, voter.secret) for about in abouts))
    return sorted(cast, key=lambda it: it[0]), own


def publish(cast, folder):
    """Cast and seal in batches of 256; what strangers have of it then."""
    sizes = [sealing.seal().size]
    for number, (at, *ballot) in enumerate(cast, 1):
        ballots.cast(*ballot, NOON + timedelta(seconds=at))
        if number % BATCH == 0 or number == len(cast):
            ballots.draw()
            sizes.append(sealing.seal().size)
    return Public(folder, sizes)


def strangers(chance, log, own, *, in_one_batch):
    """For each pair of one voter's, five of two voters' of that class on different stories."""
    said = {entry.tag: entry for entry in log.entries}
    whose = {tag: number for number, pair in enumerate(own) for tag in pair}
    groups = defaultdict(list)

    def group(tag):
        return groups[said[tag].kind, log.batch(tag) if in_one_batch else 0]

    for tag in whose:
        group(tag).append(tag)
    found = []
    for one, _ in own:
        pairs = (chance.sample(group(one), 2) for _ in range(20))
        found += [(a, b) for a, b in pairs
                  if said[a].about != said[b].about and whose[a] != whose[b]][:5]  # fmt: skip
    return found


def learned(same, different):
    """A guesser: the sum of the features' log-likelihood ratios, each by eight equal parts."""
    weights = []
    for column in range(len(same[0])):
        known = sorted(row[column] for row in (*same, *different))
        limits = [known[len(known) * part // BINS] for part in range(1, BINS)]
        yes, no = (
            Counter(_part(limits, row[column]) for row in rows) for rows in (same, different)
        )
        weights.append((limits, [
            math.log((yes[part] + 1) / (len(same) + BINS))
            - math.log((no[part] + 1) / (len(different) + BINS))
            for part in range(BINS)
        ]))  # fmt: skip
    return lambda row: sum(
        ratios[_part(limits, value)] for (limits, ratios), value in zip(weights, row, strict=True)
    )


def _part(limits, value):
    return sum(value > limit for limit in limits)


def guessed(folder, monkeypatch, seconds_apart, *, in_one_batch):
    """How well the guesser does on voters that it has not learned from."""
    chance = random.Random(4)
    monkeypatch.setattr(batches, "CHANCE", random.Random(44))
    cast, own = traffic(chance, seconds_apart)
    log = publish(cast, folder)
    assert len(log.entries) == 2 * VOTERS
    if in_one_batch:
        own = [(one, other) for one, other in own if log.batch(one) == log.batch(other)]
    assert len(own) > VOTERS * 0.8
    same = [log.features(*pair) for pair in own]
    different = [log.features(*pair)
                 for pair in strangers(chance, log, own, in_one_batch=in_one_batch)]  # fmt: skip
    chance.shuffle(different)
    half, other_half = len(same) // 2, len(different) // 2
    guess = learned(same[:half], different[:other_half])
    found = auc(
        [(guess(row),) for row in same[half:]],
        [(guess(row),) for row in different[other_half:]],
        lambda score: score,
    )
    print(f"AUC {found:.3f} of {len(same) - half} pairs")
    return found


@pytest.fixture
def folder(ledger_home):
    return ledger_home / "ledger"


def test_who_comes_back_at_any_time_is_not_found_by_anything_in_the_log(folder, monkeypatch):
    found = guessed(folder, monkeypatch, None, in_one_batch=False)
    assert found == pytest.approx(0.5, abs=NEAR_CHANCE)


def test_neither_is_who_gives_points_within_seconds_among_those_of_the_batch(folder, monkeypatch):
    found = guessed(folder, monkeypatch, 20, in_one_batch=True)
    assert found == pytest.approx(0.5, abs=NEAR_CHANCE)


def test_without_mixing_the_same_guesser_finds_them(folder, monkeypatch):
    monkeypatch.setattr(batches, "mixed", list)
    assert guessed(folder, monkeypatch, 20, in_one_batch=True) > CLEARLY
