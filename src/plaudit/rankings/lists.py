"""Keeping the lists: the verbs of the tick. Each takes a batch, in one transaction, by number.

They take turns (`turns.take`), so that two of them at once count nothing twice. Dying anywhere
in one leaves nothing half done; done again, it goes on where the last transaction ended.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from plaudit.points import carrying, changes, progress, turns
from plaudit.points.models import Carry
from plaudit.rankings import falls, formulas, placing, scores, windows
from plaudit.stories import events
from plaudit.stories.models import Event

BALLOTS = "lists.ballots"  # the next ballot the lists do not hold yet
DECISIONS = "lists.decisions"  # the next decision of moderators they do not
CARRIES = "lists.carries"  # the next total of a former site they do not
EVENTS = "lists.events"  # the next event they do not
AS_OF = "lists.as_of"  # the Unix second of what they show
BATCH = 10_000
TURN = "lists"


def place(now: datetime, limit: int = events.BATCH) -> int:
    """Give the stories that something happened to the places they now have, or none.

    That points were carried over from a former site is such a thing.
    """
    seen = progress.several(EVENTS, CARRIES)
    found, carried = events.since(seen[EVENTS], limit), carrying.since(seen[CARRIES], limit)
    if found or carried:
        with progress.going_on(TURN, seen) as is_ours:
            if is_ours:
                _place(found, carried, second(now))
    return len(found) + len(carried)


def _place(found: Sequence[Event], carried: Sequence[Carry], now: int) -> None:
    ulids = {event.ulid for event in found}
    ulids |= {row.about[2:] for row in carried if row.about.startswith("s/")}
    placing.put(ulids, now)
    for step, last in ((EVENTS, found[-1:]), (CARRIES, carried[-1:])):
        if last:
            progress.put(step, last[0].number + 1)  # type: ignore[operator]  # all have numbers
    progress.put(AS_OF, now)


def move(now: datetime, limit: int = BATCH) -> int:
    """Let stories rise and fall by the numbered ballots that are not in the lists yet, and by what
    moderators have decided about ballots. Returns how many changes those were.
    """
    seen = progress.several(BALLOTS, DECISIONS)
    cast = changes.of_ballots(seen[BALLOTS], limit)
    decided = changes.of_decisions(seen[DECISIONS], limit)
    gained = windows.gains([*cast, *decided])
    if cast or decided:
        with progress.going_on(TURN, seen) as is_ours:
            if is_ours:
                _move(gained, second(now))
                for step, found in ((BALLOTS, cast), (DECISIONS, decided)):
                    if found:
                        progress.put(step, found[-1].number + 1)
    return len(cast) + len(decided)


def _move(gained: windows.Gains, now: int) -> None:
    edges = windows.edges()
    windows.remember(gained, edges["popular"])
    scores.add(windows.sums(gained, edges), now)
    progress.put(AS_OF, now)


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


def _forget(now: int, limit: int) -> None:
    edge = windows.edges()["popular"]
    if not (falls.are_old(now) or windows.are_old(edge)):
        return
    with transaction.atomic():
        turns.take(TURN)
        falls.forget(now)
        windows.forget(edge, limit)


def second(moment: datetime) -> int:
    return int(moment.timestamp())
