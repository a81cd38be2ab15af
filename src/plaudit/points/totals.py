"""The points of many subjects for many answers, without a live reading for each of them."""

import time
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import NamedTuple

from plaudit.points import tallies
from plaudit.points.tallies import Points

EVERY_SECONDS = 0.05
# A reading takes the longer, the more ballots wait for the tick: never more than a tenth of the
# time is spent on it.
PAUSE = 9
MOST = 5_000


class Gain(NamedTuple):
    """A voter's change, durable by now."""

    about: str
    kind: str
    value: int
    previous: int


class Totals:
    """Points as they were read last, with what was gained through this object since.

    For one thread. What other processes and the ordinary desk added since the reading is missing:
    that of the last 50 ms, or of nine times as long as a reading takes if that is longer. What
    was gained here never is.
    """

    def __init__(self) -> None:
        self._points: dict[str, Points] = {}
        self._due: dict[str, float] = {}

    def after(self, gains: Iterable[Gain], wanted: Collection[str]) -> dict[str, Points]:
        """The points of the subjects, once these gains are in the database."""
        if len(self._points) > MOST:
            self._points.clear()
            self._due.clear()
        now = time.monotonic()
        stale = {about for about in wanted if self._due.get(about, 0.0) <= now}
        for about, kind, value, previous in gains:
            if about not in stale and about in self._points:
                self._points[about].count(kind, value, previous)
        if stale:
            self._read(stale)
        return {about: replace(self._points[about]) for about in wanted}

    def forget(self, abouts: Iterable[str]) -> None:
        """Read them again next time: what happened to them is not known."""
        for about in abouts:
            self._due.pop(about, None)

    def _read(self, abouts: set[str]) -> None:
        started = time.monotonic()
        self._points |= tallies.live(abouts)
        ended = time.monotonic()
        due = ended + max(EVERY_SECONDS, PAUSE * (ended - started))
        self._due |= dict.fromkeys(abouts, due)
