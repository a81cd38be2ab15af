"""What is not kept: everything here that could lead back to a person goes when its time is up."""

from datetime import datetime, timedelta

from plaudit.points import caps, proofs
from plaudit.points.models import VoterLink


def forget(now: datetime) -> None:
    """Delete salts, counts of address blocks, spent proofs and old links. To be repeated hourly."""
    caps.forget(now)
    proofs.forget(now)
    VoterLink.objects.filter(cast_on__lt=now.date() - timedelta(days=VoterLink.KEPT_DAYS)).delete()
