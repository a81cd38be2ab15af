"""Adding to counters in place: never read, add, write back."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection


def add(
    table: str, keys: Sequence[str], sums: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Add each row's sums to the row of `table` with the same keys, or start one with them.

    A row holds the values of the keys, then of the sums; no two have the same keys. The table's
    other columns need defaults in the database or must not exist; the keys must be unique together.
    """
    columns = [*keys, *sums]
    added = ", ".join(f"{name} = {table}.{name} + excluded.{name}" for name in sums)
    statement = (
        f"INSERT INTO {table} ({', '.join(columns)}) {_rows(table, columns)} "
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {added}"
    )
    packed = [dict(zip(columns, row, strict=True)) for row in rows]
    if packed:
        with connection.cursor() as cursor:
            cursor.execute(statement, [json.dumps(packed, default=str)])


def _rows(table: str, columns: Iterable[str]) -> str:
    """All of them are one parameter: so it is one statement, whatever their number."""
    if connection.vendor == "postgresql":  # with the table's own types
        source = f"json_populate_recordset(NULL::{table}, %s)"
        return f"SELECT {', '.join(columns)} FROM {source}"  # noqa: S608  (names are ours)
    values = ", ".join(f"value ->> '{name}'" for name in columns)
    return f"SELECT {values} FROM json_each(%s) WHERE true"  # noqa: S608
