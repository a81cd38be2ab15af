"""Putting votes into a ballot box and waiting for what becomes of them, for tests."""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from contextlib import contextmanager
from typing import Any

from plaudit.points import ballots
from plaudit.points.box import Box
from plaudit.points.slips import Outcome, Slip
from plaudit.points.voters import Voter

ELSEWHERE = "203.0.113.9"
SECONDS = 20


class Polls:
    """A box whose subjects are called by their ids, and everybody who waits at it."""

    def __init__(self, closed: set[str] | None = None, **box: Any) -> None:
        self.closed = closed or set()
        self.batches: list[int] = []  # how many slips each had
        self.box = Box(self._find_open, self._deliver, **box)

    def put(
        self, about: str, voter: Voter, value: int, *, nonce: str = "", address: str = ELSEWHERE
    ) -> Future[Outcome]:
        """Put a vote in; the future fails at once if it is not taken."""
        future: Future[Outcome] = Future()
        slip = Slip(about, voter, value, nonce or ballots.new_nonce(), address, future)
        if not self.box.put(slip):
            future.set_exception(BufferError("The box took nothing in."))
        return future

    def cast(self, *vote: Any, **more: Any) -> Outcome:
        return self.put(*vote, **more).result(SECONDS)

    def _find_open(self, names: Any) -> Mapping[str, str]:
        return {name: name for name in names if name not in self.closed}

    def _deliver(self, batch: list[tuple[Slip, Outcome]]) -> None:
        self.batches.append(len(batch))
        for slip, outcome in batch:
            assert isinstance(slip.ticket, Future)
            slip.ticket.set_result(outcome)


@contextmanager
def polls(**box: Any) -> Iterator[Polls]:
    opened = Polls(**box)
    try:
        yield opened
    finally:
        opened.box.close()
