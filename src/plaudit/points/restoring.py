"""What a database has lost, taken back as it stands in the public log.

Ballots, what moderators decided about them, and totals of former sites.
"""

import json
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

from django.db import connection
from django.utils import timezone

from plaudit.points import ballots, bulk, carrying, changes, decisions, numbering, tallies, turns
from plaudit.points.ballots import slot_of
from plaudit.points.models import Ballot, Carry, Decision
from plaudit.refusal import Refusal

FOUND = """
SELECT wanted.value->>3, ballot.id, ballot.number, ballot.value, ballot.class, ballot.nonce
FROM {rows} JOIN points_ballot AS ballot
ON ballot.about = wanted.value->>0 AND ballot.tag = wanted.value->>1
AND ballot.rev = CAST(wanted.value->>2 AS INTEGER)
"""


class Lost(NamedTuple):
    """A ballot as the log has it."""

    about: str
    tag: str
    rev: int
    value: int
    kind: str
    nonce: str


class Ruled(NamedTuple):
    """A decision as the log has it, about a ballot of the database."""

    about: str
    tag: str
    rev: int
    kind: str
    reason: str


class Brought(NamedTuple):
    """A carried total as the log has it."""

    about: str
    value: int
    source: str


class Differs(Refusal):
    """The database has something else where the log has this."""


OTHERS = (
    "The database has another {what} with the number {number} than the ledger: it was made on the "
    "older database. See docs/operators/ledger.md, “Another history”."
)


def restore(wanted: Sequence[Lost]) -> tuple[list[int], int]:
    """The number of each ballot, once all of them are there; and how many were not.

    In a transaction of the caller's. When they were given is not in the log: those that were lost
    count in the lists as if given when the last of the others was.
    """
    turns.take(ballots.DRAW)
    numbers = _known(wanted)
    last = numbering.latest(Ballot)
    free = last + 1
    latest = Ballot.objects.filter(number=last).values_list("slot", flat=True).first()
    slot = slot_of(timezone.now()) if latest is None else latest
    missing = []
    for place, ballot in enumerate(wanted):
        row = numbers.get(place)
        if row is None:
            missing.append(Ballot(**ballot._asdict(), number=free, slot=slot))
        elif row.number is None:
            Ballot.objects.filter(pk=row.id).update(number=free)
        else:
            continue
        numbers[place] = _Known(0, free)
        free += 1
    Ballot.objects.bulk_create(missing)
    return [numbers[place].number or 0 for place in range(len(wanted))], len(missing)


def rule(wanted: Sequence[Ruled], start: int) -> None:
    """See to it that the decisions from number `start` on are these. Raises Differs.

    In a transaction of the caller's. In which role they were made is not in the log.
    """
    while decisions.take():
        pass
    fields = ("about", "tag", "rev", "kind", "reason")
    known = Decision.objects.filter(number__gte=start).order_by("number").values_list(*fields)
    lost = _lost(wanted, [Ruled(*row) for row in known[: len(wanted)]], "decision", start)
    first = start + len(wanted) - len(lost)
    after = 1 + numbering.latest(Ballot)
    for number, one in enumerate(lost, first):
        turn = 1 + Decision.objects.filter(about=one.about, tag=one.tag, rev=one.rev).count()
        made = {"turn": turn, "at": timezone.now(), "number": number, "after": after}
        Decision.objects.create(**one._asdict(), **made)
    if lost:
        tallies.take_in(changes.of_decisions(first, len(lost)))


def bring(wanted: Sequence[Brought], start: int) -> None:
    """The same for carried totals."""
    while carrying.take():
        pass
    fields = ("about", "value", "source")
    known = Carry.objects.filter(number__gte=start).order_by("number").values_list(*fields)
    lost = _lost(wanted, [Brought(*row) for row in known[: len(wanted)]], "carried total", start)
    for number, one in enumerate(lost, start + len(wanted) - len(lost)):
        Carry.objects.create(**one._asdict(), at=timezone.now(), number=number)
        tallies.bring_along({one.about: one.value})


T = TypeVar("T")


def _lost(wanted: Sequence[T], known: Sequence[T], what: str, start: int) -> Sequence[T]:
    """What comes after the part that is there. Raises Differs."""
    for number, (one, other) in enumerate(zip(wanted, known, strict=False), start):
        if one != other:
            raise Differs(OTHERS.format(what=what, number=number))
    return wanted[len(known) :]


class _Known(NamedTuple):
    id: int
    number: int | None


def _known(wanted: Sequence[Lost]) -> dict[int, _Known]:
    """Those that are there, by their place. Raises Differs."""
    rows = [[it.about, it.tag, it.rev, place] for place, it in enumerate(wanted)]
    found = {}
    with connection.cursor() as cursor:
        cursor.execute(FOUND.format(rows=bulk.ROWS[connection.vendor]), [json.dumps(rows)])
        for place, pk, number, *fields in cursor.fetchall():
            ballot = wanted[int(place)]
            if fields != [ballot.value, ballot.kind, ballot.nonce]:
                raise Differs(
                    f"The database has another ballot of {ballot.tag} about {ballot.about}, "
                    f"revision {ballot.rev}, than the ledger: points were given on the older "
                    "database. See docs/operators/ledger.md, “Another history”."
                )
            found[int(place)] = _Known(pk, number)
    return found
