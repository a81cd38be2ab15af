"""What each day changed in a subject's points: kept by the tick, live for a page."""

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db import connection

from plaudit.points import ballots, waiting
from plaudit.points.changes import replaced
from plaudit.points.models import Tally
from plaudit.points.tallies import Points

# As for the live figure, one statement; a waiting ballot has a slot in place of a day.
CHANGES = """
SELECT day, 0 AS slot, 0 AS value, 0 AS previous, 0 AS was_aside, up, down
FROM points_daytally WHERE about = %s
UNION ALL SELECT NULL, slot, value, previous, was_aside, 0, 0
FROM ({waiting}) AS waiting
"""


def changes(about: str) -> Mapping[date, tuple[int, int]]:
    """How many ups and downs a subject gained on each day that changed anything, live too."""
    days: dict[date, Points] = defaultdict(Points)
    with connection.cursor() as cursor:
        statement = CHANGES.format(waiting=waiting.rows())
        cursor.execute(statement, [about, json.dumps([about])])
        for day, slot, value, before, was_aside, up, down in cursor.fetchall():
            previous = replaced(before, was_aside).value
            sums = days[_date(day) if day else ballots.slot_start(slot).date()]
            sums.up += up + (value == 1) - (previous == 1)
            sums.down += down + (value == -1) - (previous == -1)
    return {day: (sums.up, sums.down) for day, sums in days.items()}


def carried(about: str) -> int:
    """What a subject brought along from a former site."""
    row = Tally.objects.filter(about=about).values("carried").first()
    return row["carried"] if row else 0


def _date(column: date | str) -> date:
    """SQLite has no dates, and in a UNION does not say that a text is one."""
    return column if isinstance(column, date) else date.fromisoformat(column)
