"""When to seal: soon enough for the deadline of a receipt, in batches large enough to hide in.

Waiting is measured by a clock that nobody sets. How long ballots had waited before this process
began is not known; they are taken to have waited for a while, so that none waits twice as long.
"""

import time
from collections.abc import Callable
from typing import NamedTuple

from plaudit.ledger import beside
from plaudit.ledger.batches import STEP, state_of
from plaudit.points import numbering, progress
from plaudit.points.models import Ballot

MANY, SOME = 256, 8
SOON, LATEST = 60.0, 300.0  # seconds; a receipt promises ten minutes
UNKNOWN = 240.0  # seconds that are taken to have passed before we looked first


def is_due(waiting: int, seconds: float) -> bool:
    """Whether to seal when so many wait, the first of them for so long."""
    return (
        waiting >= MANY
        or (waiting >= SOME and seconds >= SOON)
        or (waiting > 0 and seconds >= LATEST)
    )


class Queue(NamedTuple):
    """What is not in the log: how many numbers are, so that it is known again, and how many
    entries wait.
    """

    start: int
    waiting: int
    is_unfinished: bool = False  # a crash left the log without its checkpoint


class Cadence:
    """Asked again and again, says when it is time. `clock` only ever goes forward."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start: int | None = None
        self._since = 0.0

    def is_due(self, queue: Queue) -> bool:
        now = self._clock()
        if not queue.waiting or self._start not in (None, queue.start):  # sealed, by whomever
            self._since = now
        elif self._start is None:
            self._since = now - UNKNOWN
        self._start = queue.start
        return is_due(queue.waiting, now - self._since)


def queue() -> Queue:
    """What waits now; before the log has begun, its beginning does."""
    state = state_of()
    if state is None:
        return Queue(-1, MANY)
    taken = progress.several(STEP, beside.DECISIONS, beside.CARRIES)
    drawn, others = numbering.latest(Ballot) + 1 - taken[STEP], beside.waiting()
    # What was carried over hides behind nothing, and no auditor allows for it to be late.
    at_once = MANY if others.carries else 0
    waiting = drawn + others.decisions + at_once
    return Queue(sum(taken.values()), waiting, is_unfinished=state.published < state.size)
