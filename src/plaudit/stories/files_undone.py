"""A database forgets what it rolls back; a folder of files has to be told."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def undoing_files() -> Iterator[list[Any]]:
    """Files put into the list are deleted again if what follows fails."""
    files: list[Any] = []
    try:
        yield files
    except BaseException:
        for file in files:
            file.storage.delete(file.name)
        raise
