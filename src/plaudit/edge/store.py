"""Pages on local disk, shared by every process of a machine.

A file holds one page whole and is only ever put in place by a rename, so whoever reads sees the
page before or the page after, even when a process is killed while it writes.
"""

import fcntl
import hashlib
import logging
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plaudit.edge import page as pages
from plaudit.edge.freshness import GONE, STALE, Freshness
from plaudit.edge.page import Page, TornFile

log = logging.getLogger("plaudit.edge")

LOCKS = 256  # files that makers of one page wait on: enough that two pages rarely share one
LARGEST = 4 * 1024 * 1024  # bytes of all encodings: what is larger is served, not kept
FRESHNESS = "freshness"
OWNER = "owner"  # locked by the run whose store it is
BLOCK = 512  # bytes, in which a file's space on disk is told


class PageStore:
    """The files of a folder, by key: the address of a page."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pages = folder / "pages"
        self._locks = folder / "locks"
        for place in (self._pages, self._locks):
            place.mkdir(parents=True, exist_ok=True)
        self.freshness = Freshness(folder / FRESHNESS)

    def get(self, key: str) -> Page | None:
        """The page as it was last put, fresh or not; None where there is none that is whole."""
        data = self.read(key)
        try:
            return pages.from_bytes(data) if data is not None else None
        except TornFile:  # a disk that lost power: nothing of ours writes one
            self._path(key).unlink(missing_ok=True)
            return None

    def read(self, key: str) -> bytes | None:
        """The file of a page, noted as wanted: the longest unwanted go first."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            os.utime(path)
        except FileNotFoundError:
            return None
        return data

    def is_fresh(self, page: Page) -> bool:
        """Whether nothing it shows has changed since its rendering began."""
        freshness = self.freshness
        return page.rendered_at > max(
            freshness.latest(page.slots, STALE), freshness.latest(page.slots, GONE)
        )

    def put(self, key: str, page: Page) -> None:
        """Keep a page in place of the one before, for all processes."""
        path = self._path(key)
        if page.size > LARGEST:
            path.unlink(missing_ok=True)
        else:
            self._write(path, page.to_bytes())
        self.freshness.mark([replaced(key)])

    def _write(self, path: Path, data: bytes) -> None:
        """In place at once, or gone where the disk is full: then it is made for each reader."""
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
        try:
            path.parent.mkdir(exist_ok=True)
            unfinished.write_bytes(data)
            unfinished.replace(path)
        except OSError as error:
            log.warning("A page cannot be kept: %s.", error.strerror)
            path.unlink(missing_ok=True)
        finally:
            unfinished.unlink(missing_ok=True)

    @contextmanager
    def making(self, key: str) -> Iterator[None]:
        """One maker of a page at a time, in all processes; waits for its turn."""
        with (self._locks / f"{int(name_of(key)[:8], 16) % LOCKS:02x}").open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def trim(self, most_bytes: int) -> int:
        """Remove what was not wanted for longest until the rest fits. Returns the bytes left."""
        found = sorted(self._files(), key=lambda file: file[1])
        total = sum(size for _, _, size in found)
        for path, _, size in found:
            if total <= most_bytes:
                break
            path.unlink(missing_ok=True)
            total -= size
        return total

    def _files(self) -> Iterator[tuple[Path, float, int]]:
        """Every file: when it was wanted last, and the bytes it takes on disk."""
        for shelf in self._pages.iterdir():
            with os.scandir(shelf) as entries:
                for entry in entries:
                    with suppress(FileNotFoundError):
                        about = entry.stat()
                        yield Path(entry.path), about.st_mtime, about.st_blocks * BLOCK

    def _path(self, key: str) -> Path:
        name = name_of(key)
        return self._pages / name[:2] / name

    def close(self) -> None:
        self.freshness.close()


def claim(parent: Path) -> tuple[Path, int]:
    """A new folder for a store, ours for as long as the file is open that is returned with it.

    Every run has its own, since the clock of a store's times is the machine's. What runs that are
    over have left is removed. OSError if there is no room for it.
    """
    parent.mkdir(parents=True, exist_ok=True)
    for old in parent.iterdir():
        with suppress(OSError), (old / OWNER).open("w") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(old)
    folder = parent / secrets.token_hex(6)
    folder.mkdir()
    Freshness(folder / FRESHNESS).close()  # a disk that is full is found before anything starts
    owner = os.open(folder / OWNER, os.O_RDWR | os.O_CREAT, 0o600)
    fcntl.flock(owner, fcntl.LOCK_EX)
    return folder, owner


def replaced(key: str) -> str:
    """The key that is marked when the file of a page was replaced."""
    return f"file {key}"


def name_of(key: str) -> str:
    """A file's name for any key: nothing in an address can name another folder."""
    return hashlib.sha256(key.encode()).hexdigest()[:40]
