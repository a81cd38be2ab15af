"""What numbered ballots and decisions change. Each change is the same for ever, whoever asks when.

A ballot that is set aside counts as if its value were 0, and it counts on the day, and in the ten
minutes, in which it was cast. So the order does not matter in which changes are added up.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db import connection

from plaudit.points import weights
from plaudit.points.models import Decision

# What a ballot `now` replaced. Asked for each by itself: as a join, PostgreSQL once compared all
# with all, where a thousand had come in since it last looked how many there were.
PREVIOUS = """COALESCE(
    (SELECT before.value FROM points_ballot AS before
     WHERE before.about = now.about AND before.tag = now.tag AND before.rev = now.rev - 1), 0)"""

# Whether that was set aside (1) or not (0) when `now` was drawn, or is so if it is not drawn yet.
# Decisions about a ballot take turns, so their number says which was the last.
WAS_ASIDE = """CASE WHEN now.rev = 1 THEN 0 ELSE
    (SELECT COUNT(*) & 1 FROM points_decision AS decision
     WHERE decision.about = now.about AND decision.tag = now.tag AND decision.rev = now.rev - 1
     AND decision.after <= COALESCE(now.number, decision.after)) END"""

OF_BALLOTS = f"""
SELECT now.number, now.about, now.class, now.slot, now.value, {PREVIOUS}, {WAS_ASIDE}
FROM points_ballot AS now
WHERE now.number >= %s AND now.number < %s ORDER BY now.number
"""  # noqa: S608  (names are ours)

# With the slot of the next revision, if that had been drawn before the decision.
OF_DECISIONS = """
SELECT decision.number, now.about, now.class, now.slot, now.value, decision.kind,
       (SELECT next.slot FROM points_ballot AS next
        WHERE next.about = now.about AND next.tag = now.tag AND next.rev = now.rev + 1
        AND next.number < decision.after)
FROM points_decision AS decision JOIN points_ballot AS now
ON now.about = decision.about AND now.tag = decision.tag AND now.rev = decision.rev
WHERE decision.number >= %s AND decision.number < %s ORDER BY decision.number
"""


class Replaced(NamedTuple):
    """The value that a ballot takes the place of, and by how much it changes what is set aside."""

    value: int
    aside: int


class Change(NamedTuple):
    """That a voter of a class went from one value to another in a slot.

    `number` is that of the ballot or decision, `aside` how many more ballots are set aside by it.
    """

    number: int
    about: str
    kind: str
    slot: int
    value: int
    previous: int
    aside: int = 0

    @property
    def gained(self) -> int:
        return weights.by_class()[self.kind] * (self.value - self.previous)


def of_ballots(start: int, limit: int) -> list[Change]:
    """The numbered ballots from `start` on, in order."""
    return [
        Change(number, about, kind, slot, value, *replaced(previous, was_aside))
        for number, about, kind, slot, value, previous, was_aside in _found(
            OF_BALLOTS, start, limit
        )
    ]


def of_decisions(start: int, limit: int) -> list[Change]:
    """What the numbered decisions from `start` on changed, in order: one or two for each."""
    return [change for row in _found(OF_DECISIONS, start, limit) for change in _of_decision(*row)]


def replaced(previous: int, was_aside: int) -> Replaced:
    """Whoever gives again after being set aside counts again, and is set aside no more."""
    return Replaced(0, -abs(previous)) if was_aside else Replaced(previous, 0)


def _of_decision(
    number: int, about: str, kind: str, slot: int, value: int, verdict: str, next_slot: int | None
) -> Iterator[Change]:
    is_void = verdict == Decision.Kind.VOID
    now, before = (0, value) if is_void else (value, 0)
    is_last = next_slot is None
    aside = (1 if is_void else -1) * abs(value) if is_last else 0
    yield Change(number, about, kind, slot, now, before, aside)
    if next_slot is not None:  # what came next replaced this value, and from now on the other one
        yield Change(number, about, kind, next_slot, before, now)


def _found(statement: str, start: int, limit: int) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [start, start + limit])
        return list(cursor.fetchall())
