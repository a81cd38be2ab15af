"""Ticks, and lets it be known."""

import time

from django.utils import timezone

from plaudit import flow
from plaudit.engine import heartbeats
from plaudit.engine.journal import Journal

SECONDS = 0.5  # a point is to be on the stored page within 1.5 s, and pages are rendered after it


class Ticker:
    def __init__(self) -> None:
        self._beat_at = 0.0
        self._journal = Journal()

    def step(self) -> bool:
        """Tick once; True if there is more to do at once."""
        self._journal.relax()
        report = flow.tick(timezone.now())
        if not report.is_idle:
            self._journal.copy()
        if not report.is_aside and time.monotonic() - self._beat_at > heartbeats.EVERY_SECONDS:
            heartbeats.beat(heartbeats.TICK)
            self._beat_at = time.monotonic()
        return not report.is_idle and not report.is_aside


def catch_up() -> int:
    """Tick until nothing is left to do; returns how many points were counted."""
    counted = 0
    while True:
        report = flow.tick(timezone.now())
        counted += report.tallied
        if report.is_idle:
            return counted
        if report.is_aside:
            time.sleep(0.2)
