"""Casting ballots and numbering them: the upper end of the readers' river."""

import secrets
from base64 import urlsafe_b64encode
from datetime import UTC, datetime
from typing import NamedTuple

from django.db import OperationalError, connection, transaction

from plaudit.points import numbering, turns
from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import Voter

SLOT_SECONDS = 600
BATCH = 10_000
DRAW = "draw"  # the turn of whoever numbers ballots
RACES = 200  # a lost race means that somebody else won one: so many rivals are no accident

# One statement, no look first: it adds the next revision unless the value is in force already.
# Two at once collide on (about, tag, rev), a repeat on (about, nonce); the later one adds nothing.
# Where statements are prepared, PostgreSQL asks for the type of a parameter that is there twice.
CAST = """
INSERT INTO points_ballot (about, tag, rev, value, class, nonce, slot)
SELECT CAST(%(about)s AS VARCHAR), CAST(%(tag)s AS VARCHAR), COALESCE(MAX(rev), 0) + 1,
       %(value)s, %(kind)s, %(nonce)s, %(slot)s
FROM points_ballot WHERE about = %(about)s AND tag = %(tag)s
HAVING COALESCE((SELECT value FROM points_ballot WHERE about = %(about)s AND tag = %(tag)s
                 ORDER BY rev DESC LIMIT 1), 0) <> %(value)s
ON CONFLICT DO NOTHING RETURNING rev
"""


class NonceTaken(Exception):
    """Somebody else's ballot on this subject has the nonce."""


class InForce(NamedTuple):
    """The ballot that counts for a voter on a subject, with everything of it that is published."""

    about: str
    tag: str
    rev: int
    value: int
    kind: str
    nonce: str


class Cast(NamedTuple):
    """What casting came to: the ballot in force, and the revision added (0: none was needed).

    Nothing is in force where a voter had nothing to withdraw.
    """

    in_force: InForce | None
    rev: int

    @property
    def value(self) -> int:
        return self.in_force.value if self.in_force else 0


def new_nonce() -> str:
    return urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")


def slot_of(moment: datetime) -> int:
    """The ten minutes a moment lies in, counted from 1970 in UTC."""
    return int(moment.timestamp()) // SLOT_SECONDS


def slot_start(slot: int) -> datetime:
    return datetime.fromtimestamp(slot * SLOT_SECONDS, tz=UTC)


@transaction.atomic(savepoint=False)
def cast(about: str, voter: Voter, value: int, nonce: str, at: datetime) -> Cast:
    """Add a ballot, so that `value` is in force for this voter. Durable once committed.

    Asked for what is in force already, or with a nonce seen before, it adds nothing.
    """
    tag = voter.tag(about)
    row: dict[str, str | int] = {"about": about, "tag": tag, "value": value, "nonce": nonce}
    row |= {"kind": voter.kind.value, "slot": slot_of(at)}
    for _ in range(RACES):
        if rev := _insert(row):
            _link(voter, about, tag, at)
            return Cast(InForce(about, tag, rev, value, voter.kind.value, nonce), rev)
        found = in_force(about, tag)
        if value == (found.value if found else 0):
            return Cast(found, 0)
        if first := _with_nonce(about, nonce):
            return Cast(_repeated(voter, tag, first), 0)
    raise OperationalError(f"{RACES} rivals on one ballot about {about}")


def draw(limit: int = BATCH) -> int:
    """Number the ballots that have no number, in the order they were written.

    A voter's revisions keep their order, since each was written with the one before it in sight.
    """
    if not numbering.is_any_waiting("points_ballot"):
        return 0
    with transaction.atomic():
        turns.take(DRAW)
        return numbering.draw("points_ballot", limit)


def in_force(about: str, tag: str) -> InForce | None:
    """The last revision; None where there never was one."""
    revisions = Ballot.objects.filter(about=about, tag=tag).order_by("-rev")
    last = revisions.values_list(*InForce._fields).first()
    return InForce(*last) if last else None


def has_voted(about: str, tag: str) -> bool:
    """True also for who has withdrawn."""
    return Ballot.objects.filter(about=about, tag=tag).exists()


def _insert(row: dict[str, str | int]) -> int:
    """The revision that was added, or 0."""
    with connection.cursor() as cursor:
        cursor.execute(CAST, row)
        added = cursor.fetchone()
    return added[0] if added else 0


def _repeated(voter: Voter, tag: str, first: InForce) -> InForce | None:
    """What to answer to a request whose nonce was seen before, with the ballot `first`.

    A new guest's first request carries no cookie, so its repeats look like other new guests. They
    are told of that ballot and of no later one: once it is in the log, everybody knows its nonce.
    """
    if first.tag == tag:
        return in_force(first.about, tag)
    if not voter.is_new:
        raise NonceTaken
    return first


def _with_nonce(about: str, nonce: str) -> InForce | None:
    found = Ballot.objects.filter(about=about, nonce=nonce)
    row = found.values_list(*InForce._fields).first()
    return InForce(*row) if row else None


def _link(voter: Voter, about: str, tag: str, at: datetime) -> None:
    if voter.user_id is not None:
        VoterLink.objects.bulk_create(
            [VoterLink(user_id=voter.user_id, about=about, tag=tag, cast_on=at.date())],
            update_conflicts=True,
            unique_fields=["about", "tag"],
            update_fields=["cast_on"],
        )
