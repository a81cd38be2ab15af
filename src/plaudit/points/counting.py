"""Adding to counters in place: never read, add, write back."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection


def add(
    table: str, keys: Sequence[str], sums: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Add each row's sums to the row of `table` with the same keys, or start one with them.

    A row holds the values of the keys, then of the sums. The table's other columns need defaults
    in the database or must not exist; the keys must be unique together.
    """
    columns = ", ".join([*keys, *sums])
    marks = ", ".join(["%s"] * (len(keys) + len(sums)))
    added = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    statement = (
        f"INSERT INTO {table} ({columns}) VALUES ({marks}) "  # noqa: S608  (names are ours)
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}"
    )
    with connection.cursor() as cursor:
        cursor.executemany(statement, [list(row) for row in rows])
