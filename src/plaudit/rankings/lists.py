"""Keeping the lists: the verbs of the tick. Each takes a batch, in one transaction, by number.

They take turns (`turns.take`), so that two of them at once count nothing twice. Dying anywhere
in one leaves nothing half done; done again, it goes on where the last transaction ended.
"""

from datetime import datetime

from django.db import transaction

from plaudit.points import ballots, progress, turns
from plaudit.rankings import falls, formulas, placing, scores, windows
from plaudit.stories import events

BALLOTS = "lists.ballots"  # the next ballot the lists do not hold yet
EVENTS = "lists.events"  # the next event they do not
AS_OF = "lists.as_of"  # the Unix second of what they show
BATCH = 10_000
TURN = "lists"


@transaction.atomic
def place(now: datetime, limit: int = events.BATCH) -> int:
    """Give the stories that something happened to the places they now have, or none."""
    turns.take(TURN)
    found = events.since(progress.get(EVENTS), limit)
    if found:
        placing.put({event.ulid for event in found}, second(now))
        progress.put(EVENTS, found[-1].number + 1)  # type: ignore[operator]  # all have numbers
        progress.put(AS_OF, second(now))
    return len(found)


@transaction.atomic
def move(now: datetime, limit: int = BATCH) -> int:
    """Let stories rise and fall by the numbered ballots that are not in the lists yet."""
    turns.take(TURN)
    found = list(ballots.changes(progress.get(BALLOTS), limit))
    if found:
        edges, gained = windows.edges(), windows.gains(found)
        windows.remember(gained, edges["popular"])
        scores.add(windows.sums(gained, edges), second(now))
        progress.put(BALLOTS, found[-1].number + 1)
        progress.put(AS_OF, second(now))
    return len(found)


def slide(now: datetime, limit: int = BATCH) -> int:
    """Let the windows follow the time; forget what nothing needs any more.

    Returns how many windows moved, each over `limit` gains at most.
    """
    edges = windows.edges()
    late = [key for key, edge in edges.items() if edge.slot < formulas.first_slot(key, second(now))]
    for key in late:
        _slide(key, second(now), limit)
    _forget(second(now), limit)
    return len(late)


@transaction.atomic
def _slide(window: str, now: int, limit: int) -> None:
    turns.take(TURN)
    edge, until = windows.edges()[window], formulas.first_slot(window, now)
    if edge.slot < until:
        scores.add(windows.leave(edge, until, limit), now)
    if edge.slot == until:
        progress.put(AS_OF, now)


@transaction.atomic
def _forget(now: int, limit: int) -> None:
    turns.take(TURN)
    falls.forget(now)
    windows.forget(windows.edges()["popular"], limit)


def second(moment: datetime) -> int:
    return int(moment.timestamp())
