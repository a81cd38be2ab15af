"""Giving numbers to what has none: the one way to follow a table that only grows.

Never by `id > cursor`: PostgreSQL commits sequence values out of order.
"""

from django.db import connection, models
from django.db.models import Max

DRAW = """
UPDATE {table} SET number = waiting.place + (SELECT COALESCE(MAX(number) + 1, 0) FROM {table}){also}
FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY id) - 1 AS place FROM {table}
      WHERE number IS NULL ORDER BY id LIMIT %s) AS waiting
WHERE {table}.id = waiting.id
"""

WAITING = "SELECT 1 FROM {table} WHERE number IS NULL LIMIT 1"
ABOUTS = "SELECT DISTINCT about FROM {table} WHERE number >= %s AND number < %s"


def is_any_waiting(table: str) -> bool:
    """Whether there is anything to number. To look does not lock the database; to draw does."""
    with connection.cursor() as cursor:
        cursor.execute(WAITING.format(table=table))
        return cursor.fetchone() is not None


def draw(table: str, limit: int, also: str = "") -> int:
    """Number the rows that have no number, in the order they were written; how many they were.

    The caller has the turn to do so, and a transaction. `also` sets further columns.
    """
    with connection.cursor() as cursor:
        cursor.execute(DRAW.format(table=table, also=also), [limit])
        return int(cursor.rowcount)


def latest(model: type[models.Model]) -> int:
    """The largest number there is; -1 where nothing has one."""
    last: int | None = model._default_manager.aggregate(last=Max("number"))["last"]
    return -1 if last is None else last


def abouts(table: str, start: int, end: int) -> list[str]:
    """The subjects of the rows from one number to before another."""
    if start >= end:
        return []
    with connection.cursor() as cursor:
        cursor.execute(ABOUTS.format(table=table), [start, end])
        return [row[0] for row in cursor.fetchall()]
