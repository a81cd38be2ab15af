"""Counting that a story was passed on: once for each reader and story."""

import hashlib
from base64 import urlsafe_b64encode

from django.db import connection, transaction
from django.utils import timezone

from plaudit.points import caps, counting
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from plaudit.sharing.models import ShareTally

# Whoever keeps no cookie, or makes up one, is a new guest each time: a block has so many in a day.
MOST_GUESTS_OF_A_BLOCK = 20

ADD = """
INSERT INTO sharing_share (about, tag) VALUES (%s, %s) ON CONFLICT DO NOTHING RETURNING id
"""


@transaction.atomic
def take(about: str, reader: Voter, address: str) -> bool:
    """Count a share that came from an address; not that of one guest too many of its block."""
    is_first = add(about, reader)
    if is_first and reader.kind == Ballot.Kind.GUEST and not _admits_guest(about, address):
        transaction.set_rollback(True)
        return False
    return is_first


@transaction.atomic
def add(about: str, reader: Voter) -> bool:
    """Count a share; False if this reader had shared the story before."""
    with connection.cursor() as cursor:
        cursor.execute(ADD, [about, _tag(about, reader)])
        is_first = cursor.fetchone() is not None
    if is_first:
        counting.add("sharing_sharetally", ["about"], ["shares"], [[about, 1]])
    return is_first


def count(about: str) -> int:
    row = ShareTally.objects.filter(about=about).values("shares").first()
    return row["shares"] if row else 0


def _admits_guest(about: str, address: str) -> bool:
    return caps.admit(about, address, MOST_GUESTS_OF_A_BLOCK, timezone.now(), "share")


def _tag(about: str, reader: Voter) -> str:
    """Unlike the tag of the reader's ballot, so that the one cannot be found by the other."""
    digest = hashlib.sha256(b"plaudit/share/v1\n" + about.encode() + b"\n" + reader.secret)
    return urlsafe_b64encode(digest.digest()).decode().rstrip("=")
