"""Seals the log beside the tick, at a pace of its own."""

import logging
import time

from plaudit.ledger import cadence, guard, sealing, witnesses
from plaudit.ledger.cadence import Cadence
from plaudit.ledger.sealing import Report
from plaudit.refusal import Refusal

log = logging.getLogger("plaudit.sealer")

SECONDS = 1.0
PATIENCE = 60.0  # seconds between two tries of what was refused


class Sealer:
    def __init__(self) -> None:
        self._cadence = Cadence()
        self._not_before = 0.0
        self._has_looked = False

    def step(self) -> bool:
        """Seal if it is time; True if there is more to do at once."""
        if time.monotonic() < self._not_before:
            return False
        queue = cadence.queue()
        is_due = self._cadence.is_due(queue) or queue.is_unfinished
        try:
            if not self._has_looked:
                guard.check()
                self._has_looked = True
            return is_due and _seal().is_more
        except Refusal as refusal:
            log.error("The ledger is not sealed. %s", refusal)
            self._not_before = time.monotonic() + PATIENCE
            return False


def catch_up() -> int:
    """Seal until nothing is left; returns how many entries that were. Raises Refusal."""
    sealed = 0
    while True:
        report = _seal()
        sealed += report.entries
        if report.is_aside:
            time.sleep(0.1)
        elif not report.is_more:
            return sealed


def _seal() -> Report:
    return sealing.seal(cosign=witnesses.cosign)
