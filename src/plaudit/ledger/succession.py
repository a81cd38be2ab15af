"""That every revision follows the one before it: the log would be broken for ever otherwise."""

import json
from collections.abc import Sequence

from django.db import connection

from plaudit.points import bulk
from plaudit.points.models import Ballot
from plaudit.refusal import Refusal

ORPHANS = """
SELECT wanted.value->>3 FROM {rows}
WHERE NOT EXISTS (
    SELECT 1 FROM points_ballot AS before
    WHERE before.about = wanted.value->>0 AND before.tag = wanted.value->>1
    AND before.rev = CAST(wanted.value->>2 AS INTEGER) - 1
    AND before.number < CAST(wanted.value->>3 AS BIGINT))
"""


class Unsealable(Refusal):
    """A ballot that cannot be an entry of the log as it stands."""

    def __init__(self, number: int | None, why: str) -> None:
        super().__init__(
            f"The ballot with the number {number} cannot be sealed: {why} Somebody has changed the "
            "database: see docs/operators/ledger.md, “What was changed”."
        )


def check(found: Sequence[Ballot]) -> None:
    """Raises Unsealable for a revision without the one before it, numbered before it."""
    rows = [[it.about, it.tag, it.rev, it.number] for it in found if it.rev > 1]
    if not rows:
        return
    with connection.cursor() as cursor:
        cursor.execute(ORPHANS.format(rows=bulk.ROWS[connection.vendor]), [json.dumps(rows)])
        orphan = cursor.fetchone()
    if orphan:
        raise Unsealable(int(orphan[0]), "the voter's revision before it is not there.")
