"""The log of a checkpoint: counted, proved to be one tree, and to continue what was seen before."""

from collections.abc import Callable, Sequence

from plaudit.auditor import history
from plaudit.auditor.counting import Counting, TwoHistories
from plaudit.auditor.findings import Findings, many
from plaudit.auditor.opening import Opened
from plaudit.auditor.shelf import Progress, Shelf
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.refused import Refused


def recounted(
    shelf: Shelf,
    opened: Opened,
    before: Checkpoint | None,
    wanted: Sequence[bytes],
    progress: Progress,
) -> Counting:
    """Raises Refused, naming what is wrong, or Unreachable.

    Files that an earlier audit had fetched are fetched once more before the site is blamed: it may
    have been our own disk.
    """

    def once() -> Counting:
        counting = Counting(shelf, progress, kept=before, wanted=wanted)
        counting.advance(opened.checkpoint)
        return counting

    try:
        return _twice(once, lambda: shelf.forget(opened.checkpoint.size))
    except TwoHistories as fork:
        raise TwoHistories(f"{fork} {history.evidence(opened)}") from None


def _twice(once: Callable[[], Counting], is_worth_it: Callable[[], bool]) -> Counting:
    try:
        return once()
    except (TwoHistories, RuleBroken):
        raise  # the bytes are those that were signed
    except Refused:
        if not is_worth_it():
            raise
        return once()


def say(replay: Replay, before: Checkpoint | None, found: Findings) -> None:
    """What the recount came to."""
    subjects = len(replay.abouts())
    found.facts |= {"subjects": subjects, "set_aside": len(replay.void)}
    found.agrees(
        "log",
        f"The log of {many(replay.size, 'leaf')} was recounted. Its tree is the one that was "
        f"signed; by the rule it gives points to {many(subjects, 'subject')}, with "
        f"{many(len(replay.void), 'ballot')} set aside.",
    )
    if before:
        found.agrees(
            "history",
            f"The log continues the one of {many(before.size, 'leaf')} that was seen before.",
        )
    if old := replay.follows:
        found.agrees("history", f"It follows a lost log, {old.old}, of {many(old.size, 'leaf')}.")
