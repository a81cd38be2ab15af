"""What a search may take of the machine, so that a flood of them takes the site from nobody.

Few at once, so that threads are left for pages; each for a moment, after which the database is
told to stop. How much a query asks for is bounded before (`queries`, `index.MOST`).
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from django.db import OperationalError, connection, transaction

AT_ONCE = 2  # of the threads of a process that answer requests
PATIENCE = 1.0  # seconds to wait for a turn
LONGEST = 1.0  # seconds in the database
OPERATIONS = 1_000  # of SQLite between two looks at the clock

_turns = BoundedSemaphore(AT_ONCE)


class Exhausted(Exception):
    """Too many search at once, or this takes too long."""


@contextmanager
def bounded(patience: float = PATIENCE, longest: float = LONGEST) -> Iterator[None]:
    """Search within bounds. Raises Exhausted."""
    if not _turns.acquire(timeout=patience):
        raise Exhausted
    ends_at = time.monotonic() + longest
    try:
        with _postgresql(longest) if connection.vendor == "postgresql" else _sqlite(ends_at):
            yield
    except OperationalError:
        if time.monotonic() < ends_at:
            raise
        raise Exhausted from None
    finally:
        _turns.release()


@contextmanager
def _postgresql(seconds: float) -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL statement_timeout = {int(seconds * 1000)}")
        yield
        cursor.execute("SET LOCAL statement_timeout TO DEFAULT")


@contextmanager
def _sqlite(ends_at: float) -> Iterator[None]:
    """Without a transaction, which would wait for those who write."""
    connection.ensure_connection()
    raw = connection.connection
    raw.set_progress_handler(lambda: time.monotonic() > ends_at, OPERATIONS)
    try:
        yield
    finally:
        raw.set_progress_handler(None, 0)
