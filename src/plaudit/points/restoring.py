"""Ballots that a database has lost, taken back as they stand in the public log."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import Max
from django.utils import timezone

from plaudit.points import bulk, turns
from plaudit.points.ballots import slot_of
from plaudit.points.models import Ballot
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


class Differs(Refusal):
    """The database has another ballot where the log has one."""


def restore(wanted: Sequence[Lost]) -> tuple[list[int], int]:
    """The number of each ballot, once all of them are there; and how many were not.

    In a transaction of the caller's. When they were given is not in the log: those that were lost
    count in the lists as if given when the last of the others was.
    """
    turns.take("draw")
    numbers = _known(wanted)
    last = Ballot.objects.aggregate(last=Max("number"))["last"]
    free = 0 if last is None else last + 1
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
