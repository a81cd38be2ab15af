"""The ballot box: votes that arrive together are cast together and share one durable commit.

Nothing waits for others to come. Whatever arrives while one batch is written is the next batch,
so a vote alone is written at once, and a thousand cost few commits.
"""

import logging
import threading
from collections import deque
from collections.abc import Callable

from django.db import connection

from plaudit.points.counter import Counter, Open
from plaudit.points.slips import Outcome, Slip, Unanswered

log = logging.getLogger(__name__)

TOGETHER = 256
ROOM = 4_096
PATIENCE_SECONDS = 3.0

# Told what became of each slip of a batch, once a batch, in the box's thread.
Deliver = Callable[[list[tuple[Slip, Outcome]]], object]


class Box:
    """Takes slips from any thread; counts them in a thread and connection of its own."""

    def __init__(
        self,
        find_open: Open,
        deliver: Deliver,
        *,
        room: int = ROOM,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._find_open, self._deliver = find_open, deliver
        self._room, self._patience = room, patience
        self._waiting: deque[Slip] = deque()
        self._changed = threading.Condition()
        self._is_closed = False
        self._thread = threading.Thread(target=self._work, name="ballot-box", daemon=True)
        self._thread.start()

    def put(self, slip: Slip) -> bool:
        """Take a vote in; False if the box is full or closed, and then nothing will come of it."""
        with self._changed:
            if self._is_closed or len(self._waiting) >= self._room:
                return False
            self._waiting.append(slip)
            self._changed.notify()
        return True

    def close(self) -> None:
        """Take nothing more in; returns when all that is in it was counted and answered."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
        self._thread.join()

    def _work(self) -> None:
        counter = Counter(self._find_open, self._patience)
        try:
            while batch := self._next():
                self._answer(batch, self._counted(counter, batch))
        finally:
            connection.close()

    def _next(self) -> list[Slip]:
        """What is there, as soon as anything is; nothing once it is closed and empty."""
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed)
            number = min(len(self._waiting), TOGETHER)
            return [self._waiting.popleft() for _ in range(number)]

    def _counted(self, counter: Counter, batch: list[Slip]) -> list[Outcome]:
        try:
            return counter.count(batch)
        except Exception:
            log.exception("%d votes could not be counted.", len(batch))
            return [Unanswered.BUSY] * len(batch)

    def _answer(self, batch: list[Slip], outcomes: list[Outcome]) -> None:
        try:
            self._deliver(list(zip(batch, outcomes, strict=True)))
        except Exception:
            log.exception("%d votes could not be answered.", len(batch))
