"""Numbering what happened to stories: the upper end of the editors' river."""

from django.db import transaction

from plaudit.points import numbering
from plaudit.stories.models import Event

BATCH = 1_000


def draw(limit: int = BATCH) -> int:
    """Number the events that have no number, in the order they were written. One at a time."""
    if not numbering.is_any_waiting("stories_event"):
        return 0
    with transaction.atomic():
        return numbering.draw("stories_event", limit)


def since(start: int, limit: int = BATCH) -> list[Event]:
    """The numbered events from `start` on, in order."""
    return list(Event.objects.filter(number__gte=start).order_by("number")[:limit])
