"""The stale list: what the tick writes and every machine's page store follows, by number."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from plaudit.points import carrying, decisions, progress, turns, unsealed
from plaudit.points.numbering import abouts
from plaudit.press import keys
from plaudit.press.models import Stale
from plaudit.rankings import lists, rows
from plaudit.stories import events

BALLOTS, DECISIONS, CARRIES = "press.ballots", "press.decisions", "press.carries"
EVENTS, SEALED = "press.events", "press.sealed"
AHEAD = {  # the steps whose numbers ours follow
    BALLOTS: lists.BALLOTS,
    DECISIONS: lists.DECISIONS,
    CARRIES: lists.CARRIES,
    SEALED: unsealed.STEP,
}
STEPS = (*AHEAD, EVENTS)
TABLES = {BALLOTS: "points_ballot", DECISIONS: decisions.TABLE, CARRIES: carrying.TABLE}
TURN = "press"
BATCH = 10_000
KEPT = timedelta(hours=1)  # who was away for longer starts anew


def mark(now: datetime, limit: int = BATCH) -> int:
    """Put on the list what the ballots, decisions, carried totals and events that are in the
    lists by now have touched, and what the ballots have that are in the log by now.

    Returns how many of all there were.
    """
    seen, reached = progress.several(*STEPS), progress.several(*AHEAD.values(), lists.EVENTS)
    dealt_with = {
        step: (seen[step], min(reached[ahead], seen[step] + limit)) for step, ahead in AHEAD.items()
    }
    found = _events(seen[EVENTS], reached[lists.EVENTS], limit)
    number = len(found) + sum(max(last - first, 0) for first, last in dealt_with.values())
    if number:
        touched = _touched(dealt_with, found.values())
        with progress.going_on(TURN, seen) as is_ours:
            if is_ours:
                _add(sorted(touched), now)
                _note(dealt_with, found)
    return number


def _touched(dealt_with: Mapping[str, tuple[int, int]], ulids: Collection[str]) -> set[str]:
    points = [about for step in TABLES for about in abouts(TABLES[step], *dealt_with[step])]
    sealed = abouts(TABLES[BALLOTS], *dealt_with[SEALED])
    return keys.of_points(points) | keys.of_events(ulids) | keys.of_sealing(sealed)


def _note(dealt_with: Mapping[str, tuple[int, int]], found: Mapping[int, str]) -> None:
    for step, (first, last) in dealt_with.items():
        if last > first:
            progress.put(step, last)
    if found:
        progress.put(EVENTS, max(found) + 1)


@transaction.atomic
def touch(touched: list[str]) -> None:
    """Put on the list what no ballot and no event has touched."""
    turns.take(TURN)
    _add(touched, timezone.now())


@transaction.atomic
def begin_here() -> None:
    """Pass over all that is in the lists: on a site that was filled before anybody read it."""
    turns.take(TURN)
    progress.put(EVENTS, progress.get(lists.EVENTS))
    for step, ahead in AHEAD.items():
        progress.put(step, progress.get(ahead))


def since(number: int) -> list[Stale]:
    """The entries after a number, in order."""
    return list(Stale.objects.filter(number__gt=number).order_by("number"))


def latest() -> int:
    """The number of the last entry."""
    return Stale.objects.aggregate(last=Max("number"))["last"] or 0


def forget(now: datetime) -> None:
    """Remove what everybody has read long ago; the last entry stays, for its number."""
    Stale.objects.filter(marked_at__lt=now - KEPT, number__lt=latest()).delete()


def _events(start: int, placed: int, limit: int) -> dict[int, str]:
    """The stories that something happened to, by the number of the event."""
    found = events.since(start, limit)
    return {
        event.number: event.ulid
        for event in found
        if event.number is not None and event.number < placed
    }


def _add(touched: list[str], now: datetime) -> None:
    packed = rows.packed((key, number) for number, key in enumerate(touched, latest() + 1))
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO press_stale (number, key, marked_at) "  # noqa: S608  (names are ours)
            f"SELECT number, key, %s FROM ({rows.table(['key'], ['number'])}) AS new",
            [connection.ops.adapt_datetimefield_value(now), packed],
        )
