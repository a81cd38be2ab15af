"""Counting that a story was passed on: once for each reader and story."""

import hashlib
from base64 import urlsafe_b64encode

from django.db import connection, transaction

from plaudit.points import counting
from plaudit.points.voters import Voter
from plaudit.sharing.models import ShareTally

ADD = """
INSERT INTO sharing_share (about, tag) VALUES (%s, %s) ON CONFLICT DO NOTHING RETURNING id
"""


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


def _tag(about: str, reader: Voter) -> str:
    """Unlike the tag of the reader's ballot, so that the one cannot be found by the other."""
    digest = hashlib.sha256(b"plaudit/share/v1\n" + about.encode() + b"\n" + reader.secret)
    return urlsafe_b64encode(digest.digest()).decode().rstrip("=")
