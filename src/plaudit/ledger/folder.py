"""The log as plain files: `ledger/` in the site's folder, as any web server may serve it.

A file is whole or not there: written elsewhere, made durable, then renamed into its place.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from plaudit import settings

NAME = "ledger"
CHECKPOINT = "checkpoint"
KEYS = "keys"  # the public ones
MAPS = "points"  # a folder: maps of all points, by the index of the leaf that has their root
UNFINISHED = ".unfinished"  # a folder: what a killed process leaves is here, and nowhere else


class Folder:
    """For one writer, who holds the turn. `settle` makes what was put durable."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings.load().home / NAME
        self._touched: set[Path] = set()

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None if it is not here."""
        with suppress(FileNotFoundError, NotADirectoryError):
            return (self.path / path).read_bytes()
        return None

    def put(self, path: str, data: bytes) -> None:
        target = self.path / path
        self._make(target.parent)
        self._make(self.path / UNFINISHED)
        unfinished = self.path / UNFINISHED / secrets.token_hex(8)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(target)
        self._touched.add(target.parent)

    def settle(self) -> None:
        """The names are durable, too, from here on."""
        for folder in sorted(self._touched):
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        self._touched.clear()

    def sweep(self) -> None:
        """Remove what a killed process left behind."""
        for path in (self.path / UNFINISHED).glob("*"):
            path.unlink(missing_ok=True)

    def _make(self, folder: Path) -> None:
        """Its name is durable once the folder above it is settled."""
        if not folder.is_dir():
            self._make(folder.parent)
            folder.mkdir(exist_ok=True)
            self._touched.add(folder.parent)
