"""Proof of work, in the format of ALTCHA: asked of a new guest when the cap is reached.

A challenge is signed with a key that follows from its subject and its guest, so that it is worth
nothing for any other, and says nothing about either.
"""

import hmac
import secrets
from datetime import datetime, timedelta
from typing import Any

import altcha
from django.conf import settings
from django.db import connection

from plaudit.points.models import SpentProof

LIFETIME = timedelta(minutes=5)
ALGORITHM = "PBKDF2/SHA-256"
COST = 5_000  # iterations a try
# The right try is one of these: about a second of a phone's time, and never much more.
TRIES = range(100, 300)

SPEND = """
INSERT INTO points_spentproof (digest, spent_at) VALUES (%s, %s)
ON CONFLICT DO NOTHING RETURNING digest
"""


def challenge(about: str, tag: str, at: datetime) -> dict[str, Any]:
    """What the guest's browser has to solve, as the answer's JSON carries it."""
    made = altcha.create_challenge(
        ALGORITHM,
        COST,
        counter=secrets.choice(TRIES),
        expires_at=at + LIFETIME,
        hmac_secret=_key(about, tag),
    )
    return dict(made.to_dict())


def spend(proof: str, about: str, tag: str, at: datetime) -> bool:
    """Whether this solves a challenge of this subject and guest, in time and for the first time.

    Belongs in the transaction that adds the guest's first ballot.
    """
    try:
        payload = altcha.Payload.from_base64(proof)
        is_solved = altcha.verify_solution(payload, _key(about, tag)).verified
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    if not is_solved:
        return False
    with connection.cursor() as cursor:
        cursor.execute(SPEND, [payload.challenge.signature, at])
        return cursor.fetchone() is not None


def forget(now: datetime) -> None:
    """Delete the spent proofs that have expired anyway."""
    SpentProof.objects.filter(spent_at__lt=now - 2 * LIFETIME).delete()


def _key(about: str, tag: str) -> bytes:
    context = f"plaudit/proof/v1\n{about}\n{tag}".encode()
    return hmac.digest(settings.SECRET_KEY.encode(), context, "sha256")
