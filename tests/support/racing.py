"""Many at once, and somebody who is in the way. For tests with `racing_db`."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import pytest
from django.db import connection

Answer = TypeVar("Answer")


def at_once(tasks: list[Callable[[], Answer]]) -> list[Answer]:
    """Run every task in a thread and connection of its own; all of them start together."""
    ready = threading.Barrier(len(tasks))

    def run(task: Callable[[], Answer]) -> Answer:
        try:
            ready.wait()
            return task()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as pool:
        return list(pool.map(run, tasks))


@contextmanager
def a_locked_table(table: str) -> Iterator[None]:
    """Somebody else writes, for longer than we have patience."""
    if connection.vendor == "postgresql":
        other = connection.copy()
        with connection.cursor() as cursor, other.cursor() as rival:
            cursor.execute("SET lock_timeout = '50ms'")
            rival.execute(f"BEGIN; LOCK TABLE {table} IN ACCESS EXCLUSIVE MODE")
            yield
        other.close()
        connection.close()
        return
    writer = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout = 50")
        # The client of a test would open a new connection, with more patience, for each request.
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
            yield
    writer.close()
    connection.close()
