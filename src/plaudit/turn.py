"""One writer at a time: whose turn it is to let the rivers flow, or to seal the log."""

import fcntl
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from plaudit import settings

# Any number will do, as long as it stays the same: the name of the turn among the locks.
LOCK = 0x706C6175646974


@contextmanager
def taken(name: str = "tick") -> Iterator[bool]:
    """Whether the turn of this name is ours, for as long as the block lasts. Does not wait.

    It ends with its holder: the database or the kernel gives it back when a process dies.
    """
    with _in_database(name) if connection.vendor == "postgresql" else _in_folder(name) as is_ours:
        yield is_ours


@contextmanager
def _in_database(name: str) -> Iterator[bool]:
    lock = LOCK if name == "tick" else zlib.crc32(f"plaudit/turn/{name}".encode())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [lock])
        is_ours = bool(cursor.fetchone()[0])
        try:
            yield is_ours
        finally:
            if is_ours and connection.is_usable():
                cursor.execute("SELECT pg_advisory_unlock(%s)", [lock])


@contextmanager
def _in_folder(name: str) -> Iterator[bool]:
    with (settings.load().home / f"{name}.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
        else:
            yield True
