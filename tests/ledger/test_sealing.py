"""Drawn ballots become a log that strangers can rebuild; what was published never changes."""

import threading
from itertools import pairwise

import pytest
from django.db import connections

from plaudit import turn
from plaudit.ledger import batches, guard, sealing
from plaudit.ledger.models import Checkpoint, Leaf, LogState
from plaudit.ledger.sealing import Report
from plaudit.points import ballots, progress
from plaudit.points.models import Ballot
from plaudit.recount import leaves
from plaudit.refusal import Refusal
from tests.ledger import reading
from tests.rankings.making import cast, give, stories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(ledger_home):
    return ledger_home / "ledger"


def rows():
    values = Ballot.objects.exclude(number=None).order_by("about", "tag", "rev")
    fields = ("about", "tag", "rev", "value", "kind", "nonce")
    return [leaves.Ballot(*row) for row in values.values_list(*fields)]


def in_order(found):
    return sorted(found, key=lambda ballot: (ballot.about, ballot.tag, ballot.rev))


def test_a_log_begins_with_its_policy_and_is_published(folder):
    assert sealing.seal() == Report(entries=0, size=1)
    assert reading.entries(folder) == [leaves.Policy().encoded()]


def test_drawn_ballots_are_in_the_log_once_and_byte_for_byte(folder):
    for story in stories(3):
        give(story, 5)
    assert sealing.seal().entries == 0
    ballots.draw()
    assert sealing.seal() == Report(entries=15, size=16)
    assert in_order(reading.ballots(folder)) == rows()
    assert sealing.seal() == Report(entries=0, size=16)
    numbers = Leaf.objects.exclude(number=None).values_list("number", flat=True)
    assert sorted(numbers) == list(range(15))


def test_batches_follow_each_other_until_everything_is_sealed(folder):
    (story,) = stories(1)
    give(story, 700)
    ballots.draw()
    while sealing.seal(most=100).is_more:
        pass
    assert len(reading.ballots(folder)) == 700
    assert progress.get("sealed") == progress.get("ledger") == 700
    assert Checkpoint.objects.count() == 7


def test_the_order_within_a_batch_is_chance_but_revisions_follow_each_other(folder):
    (story,) = stories(1)
    for number in range(40):
        for value in (1, 0, -1):
            cast(story, number, value)
    ballots.draw()
    sealing.seal()
    found = reading.ballots(folder)  # which looks at the revisions
    numbers = list(Leaf.objects.order_by("index").values_list("number", flat=True))[1:]
    assert len(found) == 120
    assert numbers != sorted(numbers)
    neighbours = sum(abs(one - two) == 1 for one, two in pairwise(numbers))
    assert neighbours < 20  # of 119; chance gives two


def test_a_second_sealer_steps_aside(folder, racing_db):
    (story,) = stories(1)
    give(story, 3)
    ballots.draw()
    found = []

    def another():
        found.append(sealing.seal())
        connections.close_all()

    with turn.taken(sealing.TURN) as is_ours:
        assert is_ours
        beside = threading.Thread(target=another)
        beside.start()
        beside.join()
    assert found == [Report(is_aside=True)]
    assert sealing.seal().entries == 3


def test_the_tick_goes_on_while_the_log_is_sealed(racing_db):
    with turn.taken(sealing.TURN) as seals, turn.taken() as ticks:
        assert seals
        assert ticks


def test_of_two_who_forgot_their_turn_one_takes_the_batch(folder, racing_db):
    """The turn is for the sake of work; what keeps the log one is in the transaction."""
    (story,) = stories(1)
    give(story, 60)
    ballots.draw()
    sealing.seal(most=1)
    taken = []

    def race():
        while progress.get(batches.STEP) < 60:
            try:
                taken.append(batches.take(7).entries)
            except batches.Raced:
                taken.append(0)
        connections.close_all()

    racers = [threading.Thread(target=race) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert sum(taken) == 59
    sealing.seal()
    assert in_order(reading.ballots(folder)) == rows()


def test_a_batch_on_an_older_size_is_not_kept():
    sealing.seal()
    state = LogState.objects.get()
    entry = batches.Entry(leaves.Policy(g=2).encoded())
    batches.extend(LogState.objects.get(), [entry])
    with pytest.raises(batches.Raced):
        batches.extend(state, [entry])


def test_there_is_never_another_root_for_a_size_that_was_signed():
    sealing.seal()
    Checkpoint.objects.update(root=b"x" * 32)
    with pytest.raises(guard.Forked, match="of size 1 with another root"):
        sealing.sign(LogState.objects.get())


def test_a_ballot_that_cannot_be_an_entry_is_named():
    (story,) = stories(1)
    give(story, 2)
    ballots.draw()
    Ballot.objects.filter(number=1).update(nonce="short")
    with pytest.raises(Refusal, match="with the number 1 cannot be sealed"):
        sealing.seal()
