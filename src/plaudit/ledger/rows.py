"""Rows of ballots held against the log. Of a ballot that is in the log the row is asked again only
when its voter changes it; until then an edited row would be seen by nobody.
"""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from plaudit.ledger import batches
from plaudit.recount import leaves
from plaudit.refusal import Refusal
from plaudit.tlog.refused import Malformed

AT_ONCE = 10_000  # leaves
WHAT_NOW = "See docs/operators/ledger.md, “What was changed”."

SEALED = """
SELECT leaf."index", leaf.data, ballot.number, ballot.about, ballot.tag, ballot.rev, ballot.value,
  ballot.class, ballot.nonce
FROM ledger_leaf AS leaf LEFT JOIN points_ballot AS ballot ON ballot.number = leaf.number
WHERE leaf.number IS NOT NULL AND leaf."index" >= %s AND leaf."index" < %s
ORDER BY leaf."index"
"""


class Edited(Refusal):
    """A ballot's row is not what the log has of it."""


def check() -> None:
    """That each ballot which is in the log is in the database as the log has it. Raises Edited,
    naming the first that is not. Rows and leaves do not change, so nobody has to wait meanwhile."""
    state = batches.state_of()
    for index, data, number, *fields in _sealed(state.size if state else 0):
        if number is None:
            raise Edited(
                f"The database has lost the ballot that is entry {index:,} of the ledger. "
                f"{WHAT_NOW}"
            )
        if _encoded(*fields) != bytes(data):
            raise Edited(
                f"The database was changed: its ballot number {number:,} is not what entry "
                f"{index:,} of the ledger says. {WHAT_NOW}"
            )


def _sealed(size: int) -> Iterator[tuple[Any, ...]]:
    for start in range(0, size, AT_ONCE):
        with connection.cursor() as cursor:
            cursor.execute(SEALED, [start, min(start + AT_ONCE, size)])
            yield from cursor.fetchall()


def _encoded(about: str, tag: str, rev: int, value: int, kind: str, nonce: str) -> bytes:
    """Empty where no leaf could say it."""
    try:
        return leaves.Ballot(about, tag, rev, value, kind, nonce).encoded()
    except Malformed:
        return b""
