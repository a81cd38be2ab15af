"""How far the published log goes, for everything that shows it: every page, every feed.

It is read from the file that strangers get, which costs a look at the file and no query. Only a
machine that has no such file, because the ledger's folder is not shared, asks the database.
"""

from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from plaudit.ledger.folder import CHECKPOINT, Folder
from plaudit.ledger.models import Checkpoint as Kept
from plaudit.ledger.models import LogState
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.canonical import to_base64
from plaudit.tlog.refused import Refused

SHORT = 8  # letters of a root that people compare at a glance


class Standing(NamedTuple):
    """What a published checkpoint says; the root is in base64, as the checkpoint has it."""

    origin: str
    size: int
    root: str

    @property
    def short_root(self) -> str:
        return self.root[:SHORT]


def published() -> Standing | None:
    """The checkpoint that is published; None before there is one."""
    path = Folder().path / CHECKPOINT
    with suppress(OSError, Refused):
        known = path.stat()
        return _in_file(path, known.st_ino, known.st_mtime_ns)
    return _in_database()


@lru_cache(maxsize=4)
def _in_file(path: Path, _inode: int, _changed_at: int) -> Standing:
    return _said(path.read_bytes())


def _in_database() -> Standing | None:
    size = LogState.objects.values("published")[:1]
    text = Kept.objects.filter(size=size).values_list("text", flat=True).first()
    return _said(text.encode()) if text else None


def _said(note: bytes) -> Standing:
    found = checkpoints.parse(notes.parse(note).text)
    return Standing(found.origin, found.size, to_base64(bytes(found.root)))
