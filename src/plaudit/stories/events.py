"""Numbering what happened to stories: the upper end of the editors' river."""

from django.db import connection, transaction

from plaudit.stories.models import Event

BATCH = 1_000

DRAW = """
UPDATE stories_event SET number = waiting.place + (SELECT COALESCE(MAX(number) + 1, 0)
                                                   FROM stories_event)
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM stories_event
      WHERE number IS NULL ORDER BY id LIMIT %s) AS waiting
WHERE stories_event.id = waiting.id
"""


def draw(limit: int = BATCH) -> int:
    """Number the events that have no number, in the order they were written. One at a time."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(DRAW, [limit])
        return int(cursor.rowcount)


def since(start: int, limit: int = BATCH) -> list[Event]:
    """The numbered events from `start` on, in order."""
    return list(Event.objects.filter(number__gte=start).order_by("number")[:limit])
