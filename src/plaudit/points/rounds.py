"""Several statements in one journey to the database, where it is a server.

A statement alone waits for its answer, and then for Python's lock, which the rest of the server
wants too. What does not need each other's answers goes together. SQLite has no journeys.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def one_round() -> Iterator[None]:
    """What is executed inside is sent at once; read the answers after the block.

    A statement that fails lets those after it fail, and raises at the end of the block at the
    latest. Around a transaction it sends the beginning along with the first statement.
    """
    if connection.vendor != "postgresql":
        yield
        return
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield
