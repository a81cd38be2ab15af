"""One writer at a time, for steps that read how far they are and go on from there."""

import zlib

from django.db import connection


def take(name: str) -> None:
    """Wait for the turn of this name; it ends with the transaction.

    SQLite needs no waiting: its write transactions take turns anyway (`transaction_mode`).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [key(name)])


def key(name: str) -> int:
    return zlib.crc32(f"plaudit/{name}".encode())
