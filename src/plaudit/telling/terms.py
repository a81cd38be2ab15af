"""What a reader is told beyond the corrections of the stories they asked about."""

from django.utils import timezone

from plaudit.people.models import User
from plaudit.telling.models import Terms

NAMES = ("has_updates", "of_points")


def of(user: User) -> Terms:
    """A reader's terms; those of somebody who never chose are not saved."""
    return Terms.objects.filter(user=user).first() or Terms(user=user)


def save(user: User, *, has_updates: bool, of_points: bool) -> None:
    """`of_points`: also of stories the reader gave points to, from now on, or still."""
    found = of(user)
    since = (found.of_points_since or timezone.now()) if of_points else None
    chosen = {"has_updates": has_updates, "of_points_since": since}
    Terms.objects.update_or_create(user=user, defaults=chosen)
