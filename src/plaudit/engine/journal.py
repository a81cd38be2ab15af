"""SQLite's write-ahead log under load: who waits for the disk, and who copies it home.

The ballot box waits until the disk has what it acknowledges. The tick need not: all that it writes
follows from what is there, and it does it again if a power failure has undone it. To copy the log
into the database (a checkpoint) is for the tick, too, between two ticks: votes go on meanwhile.
"""

import time

from django.db import connection

from plaudit import sqlite

CHECKPOINT_SECONDS = 2.0


class Journal:
    """For the thread that ticks, which has a connection of its own."""

    def __init__(self) -> None:
        self._relaxed: object = None  # the connection that was told
        self._copied_at = time.monotonic()

    def relax(self) -> None:
        """What this thread commits from now on is kept with the next commit that waits for it."""
        connection.ensure_connection()
        if connection.connection is self._relaxed:
            return
        if connection.vendor == "sqlite" and _pragma("journal_mode") == "wal":
            _pragma(f"cache_size = {sqlite.ROOMY}")
            _pragma("synchronous = NORMAL")  # with a rollback journal it could lose more than that
        self._relaxed = connection.connection

    def copy(self) -> None:
        """Copy what was committed into the database, every other second; nobody waits for it."""
        is_due = time.monotonic() - self._copied_at > CHECKPOINT_SECONDS
        if connection.vendor == "sqlite" and is_due:
            _pragma("wal_checkpoint(PASSIVE)")
            self._copied_at = time.monotonic()


def _pragma(told: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {told}")
        answer = cursor.fetchone()
    return answer[0] if answer else None
