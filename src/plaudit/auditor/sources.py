"""Where a log is read from: a site, or a folder with its files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from plaudit.tlog.refused import Refused

LEDGER = "ledger/"


class Unreachable(Exception):
    """Nothing can be said about what was to be read; the message says why."""


class Missing(Refused):
    """The source is there, and says that it does not have this."""


class Source(Protocol):
    name: str  # for people
    workers: int  # how many readings at once do any good
    is_site: bool  # whether there are pages beside the log

    def read(self, path: str, most: int) -> bytes:
        """At most so many bytes of what is at a path below the site's root.

        Raises Missing, Unreachable, or Refused if there are more.
        """
        ...


class Folder:
    """The log's files as they lie on a disk: a copy of the site's `ledger/`, or its parent."""

    workers = 1
    is_site = False

    def __init__(self, folder: Path) -> None:
        """Raises Unreachable if no log is there."""
        self.name = str(folder)
        below = folder / LEDGER
        self._ledger = below if (below / "checkpoint").is_file() else folder
        if not (self._ledger / "checkpoint").is_file():
            raise Unreachable(
                f"{folder} holds no log: it has neither checkpoint nor ledger/checkpoint."
            )

    def read(self, path: str, most: int) -> bytes:
        file = f"{self._ledger}/{path.removeprefix(LEDGER)}"
        try:
            with open(file, "rb") as opened:  # noqa: PTH123  (thousands of files)
                data = opened.read(most + 1)
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            raise Missing(f"{file} is not there.") from None
        except OSError as error:
            raise Unreachable(f"{file} cannot be read: {error.strerror}.") from None
        return within(data, most, file)

    def partial(self) -> Iterator[str]:
        """The paths below the log of all partial tiles and bundles, in their order."""
        for file in sorted((self._ledger / "tile").rglob("*.p/*")):
            yield file.relative_to(self._ledger).as_posix()


def within(data: bytes, most: int, what: str) -> bytes:
    if len(data) > most:
        raise Refused(f"{what} has more than {most:,} bytes.")
    return data
