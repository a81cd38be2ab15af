"""Casting ballots and numbering them: the upper end of the readers' river."""

import secrets
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import connection, transaction

from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import Voter

SLOT_SECONDS = 600
BATCH = 10_000
RACES = 200  # a lost race means that somebody else won one: so many rivals are no accident

# One statement, no look first: it adds the next revision unless the value is in force already.
# Two at once collide on (about, tag, rev) and the later one adds nothing.
CAST = """
INSERT INTO points_ballot (about, tag, rev, value, class, nonce, slot)
SELECT %(about)s, %(tag)s, COALESCE(MAX(rev), 0) + 1, %(value)s, %(kind)s, %(nonce)s, %(slot)s
FROM points_ballot WHERE about = %(about)s AND tag = %(tag)s
HAVING COALESCE((SELECT value FROM points_ballot WHERE about = %(about)s AND tag = %(tag)s
                 ORDER BY rev DESC LIMIT 1), 0) <> %(value)s
ON CONFLICT DO NOTHING RETURNING rev
"""

# Never by `id > cursor`: PostgreSQL commits sequence values out of order.
DRAW = """
UPDATE points_ballot SET number = waiting.place + (SELECT COALESCE(MAX(number) + 1, 0)
                                                   FROM points_ballot)
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM points_ballot
      WHERE number IS NULL ORDER BY id LIMIT %s) AS waiting
WHERE points_ballot.id = waiting.id
"""

CHANGES = """
SELECT now.number, now.about, now.class, now.value, COALESCE(before.value, 0), now.slot
FROM points_ballot AS now
LEFT JOIN points_ballot AS before
  ON before.about = now.about AND before.tag = now.tag AND before.rev = now.rev - 1
WHERE now.number >= %s AND now.number < %s ORDER BY now.number
"""


class Cast(NamedTuple):
    """What casting came to: the value in force, and the revision added (0: none was needed)."""

    value: int
    rev: int


class Change(NamedTuple):
    """One numbered ballot, next to the value of the same voter that it replaced."""

    number: int
    about: str
    kind: str
    value: int
    previous: int
    slot: int

    @property
    def gained(self) -> int:
        return self.value - self.previous


def new_nonce() -> str:
    return urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")


def slot_of(moment: datetime) -> int:
    """The ten minutes a moment lies in, counted from 1970 in UTC."""
    return int(moment.timestamp()) // SLOT_SECONDS


def slot_start(slot: int) -> datetime:
    return datetime.fromtimestamp(slot * SLOT_SECONDS, tz=UTC)


@transaction.atomic
def cast(about: str, voter: Voter, value: int, nonce: str, at: datetime) -> Cast:
    """Add a ballot, so that `value` is in force for this voter. Durable when it returns.

    Asked for what is in force already, or with a nonce seen before, it adds nothing.
    """
    row = {
        "about": about,
        "tag": voter.tag(about),
        "value": value,
        "kind": voter.kind,
        "nonce": nonce,
        "slot": slot_of(at),
    }
    for _ in range(RACES):
        with connection.cursor() as cursor:
            cursor.execute(CAST, row)
            added = cursor.fetchone()
        if added:
            _link(voter, about, row["tag"], at)
            return Cast(value, added[0])
        in_force = value_of(about, row["tag"])
        if in_force == value or _is_repeat(about, row["tag"], nonce):
            return Cast(in_force, 0)
        time.sleep(0.001)
    raise RuntimeError(f"{RACES} rivals on one ballot about {about}")


def draw(limit: int = BATCH) -> int:
    """Number the ballots that have no number, in the order they were written. One at a time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DRAW, [limit])
        return int(cursor.rowcount)


def changes(start: int, limit: int = BATCH) -> Iterator[Change]:
    """The numbered ballots from `start` on, in order."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGES, [start, start + limit])
        return iter([Change(*row) for row in cursor.fetchall()])


def value_of(about: str, tag: str) -> int:
    """The value in force, 0 where there is none."""
    last = Ballot.objects.filter(about=about, tag=tag).order_by("-rev").values("value").first()
    return last["value"] if last else 0


def has_voted(about: str, tag: str) -> bool:
    """True also for who has withdrawn."""
    return Ballot.objects.filter(about=about, tag=tag).exists()


def _is_repeat(about: str, tag: str, nonce: str) -> bool:
    return Ballot.objects.filter(about=about, tag=tag, nonce=nonce).exists()


def _link(voter: Voter, about: str, tag: str, at: datetime) -> None:
    if voter.user_id is not None:
        VoterLink.objects.bulk_create(
            [VoterLink(user_id=voter.user_id, about=about, tag=tag, cast_on=at.date())],
            update_conflicts=True,
            unique_fields=["about", "tag"],
            update_fields=["cast_on"],
        )
