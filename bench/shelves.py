"""Three ways to keep stored pages on disk, for `bench.store` to compare: files, SQLite, LMDB.

    python -m bench.shelves KIND FOLDER

puts pages one after another until it is killed. None of them waits for the disk: what has to hold
is that a process killed at any moment leaves no torn page; a store is made anew with every start.
"""

import sys
import time
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from bench.programs import ROOT
from plaudit import sqlite
from plaudit.edge import page as pages
from plaudit.edge.freshness import Freshness
from plaudit.edge.page import Page
from plaudit.edge.store import PageStore, name_of, replaced

HEADERS = [("content-type", "text/html; charset=utf-8"), ("cache-control", "public, max-age=0")]
WORDS = (ROOT / "docs" / "house.md").read_text().encode() * 3  # about as long as a page
LARGEST_FILE = 4 * 1024**3


class Shelf(Protocol):
    """Pages by key. `raw` is what lies on disk; `put` lets the other processes know."""

    folder: Path

    def put(self, key: str, page: Page) -> None: ...

    def raw(self, key: str) -> bytes | None: ...

    def close(self) -> None: ...


class Files:
    """The page store as it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._store = PageStore(folder)
        self.put, self.close = self._store.put, self._store.close

    def raw(self, key: str) -> bytes | None:
        return self._store.read(key)


class Sqlite:
    """A table in WAL mode, not synchronised: safe from a kill, as files are."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._freshness = Freshness(folder / "freshness")
        sqlite.use_safe_library()
        driver = import_module("sqlite3")
        self._database = driver.connect(folder / "pages", isolation_level=None, timeout=30)
        for statement in (
            "PRAGMA journal_mode=WAL",
            "PRAGMA synchronous=OFF",
            "PRAGMA page_size=16384",
            "CREATE TABLE IF NOT EXISTS page (name TEXT PRIMARY KEY, whole BLOB) WITHOUT ROWID",
        ):
            self._database.execute(statement)

    def put(self, key: str, page: Page) -> None:
        row = (name_of(key), page.to_bytes())
        self._database.execute("INSERT OR REPLACE INTO page VALUES (?, ?)", row)
        self._freshness.mark([replaced(key)])

    def raw(self, key: str) -> bytes | None:
        found = self._database.execute("SELECT whole FROM page WHERE name = ?", (name_of(key),))
        row = found.fetchone()
        return row[0] if row else None

    def close(self) -> None:
        self._database.close()
        self._freshness.close()


class Lmdb:
    """A memory-mapped B+ tree (the package `lmdb`), not synchronised either."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._freshness = Freshness(folder / "freshness")
        lmdb: Any = import_module("lmdb")
        self._map = lmdb.open(str(folder / "pages"), map_size=LARGEST_FILE, sync=False)

    def put(self, key: str, page: Page) -> None:
        with self._map.begin(write=True) as change:
            change.put(name_of(key).encode(), page.to_bytes())
        self._freshness.mark([replaced(key)])

    def raw(self, key: str) -> bytes | None:
        with self._map.begin() as look:
            found: bytes | None = look.get(name_of(key).encode())
        return found

    def close(self) -> None:
        self._map.close()
        self._freshness.close()


KINDS: dict[str, Callable[[Path], Shelf]] = {"files": Files, "SQLite": Sqlite, "LMDB": Lmdb}


def is_there(kind: str) -> bool:
    return kind != "LMDB" or find_spec("lmdb") is not None


def page(number: int) -> Page:
    """As long as a story's, compressed as one is."""
    body = b"<h1>Story %d</h1>" % number + WORDS
    return pages.make(200, HEADERS, body, [f"s/{number}", "frame"], time.monotonic_ns())


def main(kind: str, folder: str) -> None:
    shelf: Shelf = KINDS[kind](Path(folder))
    made = [page(number) for number in range(20)]
    print("begun", flush=True)
    for number in range(1_000_000):
        shelf.put(f"/stories/{number % 200}", made[number % 20])


if __name__ == "__main__":
    main(*sys.argv[1:])
