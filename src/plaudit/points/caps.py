"""How often one address block may do a thing to a subject in a day, without addresses.

What is kept is a count under an HMAC of subject and block. The HMAC's salt goes with the day, and
then nobody can say any more whose block it was.
"""

import hmac
from base64 import urlsafe_b64encode
from datetime import UTC, date, datetime, timedelta

from django.db import connection

from plaudit.people import addresses
from plaudit.points.models import DailySalt, PrefixCount

# A request that began before midnight may end after it.
GRACE = timedelta(hours=1)

COUNT = """
INSERT INTO points_prefixcount (day, about, prefix, guests) VALUES (%s, %s, %s, 1)
ON CONFLICT (day, about, prefix) DO UPDATE SET guests = points_prefixcount.guests + 1
WHERE points_prefixcount.guests < %s RETURNING guests
"""


def admit(about: str, address: str, cap: int, at: datetime, purpose: str = "point") -> bool:
    """Count one more of this address's block; False, and nothing, beyond the cap.

    Points count new guests; other purposes are counted apart. Belongs in the transaction that adds
    what is counted.
    """
    day = at.astimezone(UTC).date()
    with connection.cursor() as cursor:
        cursor.execute(COUNT, [day, about, hashed(about, address, salt_of(day), purpose), cap])
        return cursor.fetchone() is not None


def hashed(about: str, address: str, salt: bytes, purpose: str = "point") -> str:
    """A block's name for one subject, purpose and day: on another subject it has another."""
    named = f"{purpose}\n{about}\n{addresses.prefix(address)}"
    digest = hmac.new(salt, named.encode(), "sha256").digest()  # as in `voters.tag`
    return urlsafe_b64encode(digest).decode().rstrip("=")


def salt_of(day: date) -> bytes:
    return bytes(DailySalt.objects.get_or_create(day=day)[0].salt)


def forget(now: datetime) -> None:
    """Delete the salts of days gone by, and the counts that mean nothing without them."""
    today = (now - GRACE).astimezone(UTC).date()
    PrefixCount.objects.filter(day__lt=today).delete()
    DailySalt.objects.filter(day__lt=today).delete()
