"""Seals the ballots of the demo, so that it can be recounted from its first minute on."""

from collections.abc import Callable

from plaudit.ledger import cadence, sealing

Tell = Callable[[str, int, int], None]


def seal(tell: Tell) -> None:
    """Seal what waits, batch by batch."""
    sealed, is_more = 0, True
    while is_more:
        report = sealing.seal()
        sealed, is_more = sealed + report.entries, report.is_more
        tell("Ledger", sealed, sealed + cadence.queue().waiting)
