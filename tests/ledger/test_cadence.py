"""When a batch is sealed follows from how many wait and how long, and from no wall clock."""

import pytest
import time_machine

from plaudit.engine.sealer import Sealer
from plaudit.ledger import cadence, sealing
from plaudit.ledger.cadence import Cadence, Queue
from plaudit.ledger.models import LogState
from plaudit.points import ballots
from tests.rankings.making import give, stories


@pytest.mark.parametrize(
    ("waiting", "seconds", "is_due"),
    [
        (256, 0, True), (255, 0, False),
        (8, 60, True), (8, 59, False), (7, 60, False), (255, 59, False),
        (1, 300, True), (1, 299, False), (7, 299, False), (0, 10_000, False),
    ],
)  # fmt: skip
def test_what_is_due(waiting, seconds, is_due):
    assert cadence.is_due(waiting, seconds) is is_due


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


def test_a_few_wait_for_five_minutes_and_somebody_elses_sealing_begins_them_anew():
    clock = Clock()
    patient = Cadence(clock)
    assert not patient.is_due(Queue(0, 0))
    assert not patient.is_due(Queue(0, 3))
    clock.now += 299
    assert not patient.is_due(Queue(0, 3))
    assert not patient.is_due(Queue(3, 1))  # another machine has sealed the three
    clock.now += 299
    assert not patient.is_due(Queue(3, 1))
    clock.now += 1
    assert patient.is_due(Queue(3, 1))


def test_what_waited_before_we_looked_does_not_wait_twice_as_long():
    clock = Clock()
    patient = Cadence(clock)
    assert not patient.is_due(Queue(7, 1))
    clock.now += 60
    assert patient.is_due(Queue(7, 1))


@pytest.mark.django_db
@pytest.mark.parametrize("jump", ["1999-01-01T00:00Z", "2100-01-01T00:00Z"])
def test_a_clock_that_jumps_changes_nothing(ledger_home, jump):
    sealing.seal()
    (story,) = stories(1)
    give(story, 3)
    ballots.draw()
    patient = Cadence(Clock())
    assert not patient.is_due(cadence.queue())
    with time_machine.travel(jump):
        assert not patient.is_due(cadence.queue())
        assert sealing.seal().entries == 3
    assert sealing.seal().size == 4


@pytest.mark.django_db
def test_the_sealer_begins_the_log_at_once_and_seals_many_at_once(ledger_home):
    sealer = Sealer()
    assert not sealer.step()
    assert LogState.objects.get().published == 1
    (story,) = stories(1)
    give(story, 255)
    ballots.draw()
    sealer.step()
    assert LogState.objects.get().published == 1
    give(story, 1, voters=[999])
    ballots.draw()
    sealer.step()
    assert LogState.objects.get().published == 257


@pytest.mark.django_db
def test_what_must_not_be_sealed_is_said_at_the_start_and_now_and_then(ledger_home, caplog):
    sealing.seal()
    LogState.objects.all().delete()
    sealer = Sealer()
    for _ in range(3):
        assert not sealer.step()
    (said,) = caplog.messages
    assert "ledger recover" in said


@pytest.mark.django_db
def test_what_a_crash_left_unfinished_is_due(ledger_home):
    sealing.seal()
    LogState.objects.update(published=0)
    Sealer().step()
    assert LogState.objects.get().published == 1
