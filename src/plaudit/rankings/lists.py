"""Keeping the lists: the verbs of the tick. Each takes a batch, in one transaction, by number.

They take turns (`turns.take`), so that two of them at once count nothing twice. Dying anywhere
in one leaves nothing half done; done again, it goes on where the last transaction ended.
"""

from datetime import datetime

from django.db import transaction

from plaudit.points import carrying, changes, progress, turns
from plaudit.rankings import falls, formulas, placing, scores, windows
from plaudit.stories import events

BALLOTS = "lists.ballots"  # the next ballot the lists do not hold yet
DECISIONS = "lists.decisions"  # the next decision of moderators they do not
CARRIES = "lists.carries"  # the next total of a former site they do not
EVENTS = "lists.events"  # the next event they do not
AS_OF = "lists.as_of"  # the Unix second of what they show
BATCH = 10_000
TURN = "lists"


@transaction.atomic
def place(now: datetime, limit: int = events.BATCH) -> int:
    """Give the stories that something happened to the places they now have, or none.

    That points were carried over from a former site is such a thing.
    """
    turns.take(TURN)
    found = events.since(progress.get(EVENTS), limit)
    carried = carrying.since(progress.get(CARRIES), limit)
    ulids = {event.ulid for event in found}
    ulids |= {row.about[2:] for row in carried if row.about.startswith("s/")}
    if found or carried:
        placing.put(ulids, second(now))
        for step, last in ((EVENTS, found[-1:]), (CARRIES, carried[-1:])):
            if last:
                progress.put(step, last[0].number + 1)  # type: ignore[operator]  # all have numbers
        progress.put(AS_OF, second(now))
    return len(found) + len(carried)


@transaction.atomic
def move(now: datetime, limit: int = BATCH) -> int:
    """Let stories rise and fall by the numbered ballots that are not in the lists yet, and by what
    moderators have decided about ballots. Returns how many changes those were.
    """
    turns.take(TURN)
    cast = changes.of_ballots(progress.get(BALLOTS), limit)
    decided = changes.of_decisions(progress.get(DECISIONS), limit)
    if cast or decided:
        edges, gained = windows.edges(), windows.gains([*cast, *decided])
        windows.remember(gained, edges["popular"])
        scores.add(windows.sums(gained, edges), second(now))
        for step, found in ((BALLOTS, cast), (DECISIONS, decided)):
            if found:
                progress.put(step, found[-1].number + 1)
        progress.put(AS_OF, second(now))
    return len(cast) + len(decided)


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
