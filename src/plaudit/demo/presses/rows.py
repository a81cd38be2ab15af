"""Many rows at a time into a table, in the quickest way each database has."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Max, Model

# More of the indexes in memory, fewer and larger checkpoints: for the filling only.
ROOMY = {"cache_size": -200_000, "wal_autocheckpoint": 16_000}


def insert(model: type[Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Add rows of values as the database keeps them, in the order of the fields named."""
    known = {field.name: field.column for field in model._meta.concrete_fields}
    columns = ", ".join(f'"{known[name]}"' for name in names)
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(rows))  # noqa: S608


def next_of(model: type[Model], name: str = "pk") -> int:
    """The first number that no row has."""
    last = model._default_manager.aggregate(last=Max(name))["last"]
    return 0 if last is None else last + 1


def next_pk(model: type[Model]) -> int:
    return max(1, next_of(model))


def leave_numbers(models: Iterable[type[Model]]) -> None:
    """Let the database go on numbering after keys that were given by hand."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


@contextmanager
def roomy() -> Iterator[None]:
    """Give SQLite more memory for as long as the block lasts."""
    if connection.vendor != "sqlite":
        yield
        return
    before = {name: _pragma(name) for name in ROOMY}
    for name, value in ROOMY.items():
        _pragma(name, value)
    try:
        yield
    finally:
        for name, value in before.items():
            _pragma(name, value)


def _pragma(name: str, value: int | None = None) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}" if value is None else f"PRAGMA {name}={value}")
        row = cursor.fetchone()
        return int(row[0]) if row else 0
