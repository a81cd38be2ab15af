"""Puts a SQLite library without the WAL-reset bug in the place of the standard module.

SQLite 3.7.0 to 3.51.2 can corrupt a database in WAL mode when several connections write and
checkpoint at once (fixed in 3.51.3). Python on Debian 12 is linked to 3.40. The `pysqlite3`
wheels bundle a fixed version; they stand in before Django loads its backend.
"""

import sys
from importlib import import_module
from typing import NamedTuple

FIXED_IN = (3, 51, 3)
# Pages of 4 KB in the write-ahead log, after which whoever commits copies them into the database:
# only where no tick does (`engine.journal`).
LARGEST_LOG = 16_000
# The page cache of whoever writes much in one transaction, as SQLite counts: 8 MB. What others read
# is no use to them for long: whatever any connection writes empties it.
ROOMY = -8_000


class Library(NamedTuple):
    """The SQLite library that is really loaded."""

    module: str
    version: tuple[int, int, int]

    @property
    def is_safe(self) -> bool:
        return self.version >= FIXED_IN

    @property
    def journal_mode(self) -> str:
        """WAL where it is safe; otherwise a rollback journal, which the bug does not touch."""
        return "WAL" if self.is_safe else "DELETE"

    def __str__(self) -> str:
        return f"SQLite {'.'.join(map(str, self.version))} from {self.module}"


def use_safe_library() -> Library:
    """Make `import sqlite3` mean pysqlite3 from now on, if it is there; say what is in use."""
    try:
        stand_in = import_module("pysqlite3")
    except ImportError:
        return _loaded("sqlite3")
    sys.modules["sqlite3"] = stand_in
    sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")
    return _loaded("pysqlite3")


def _loaded(name: str) -> Library:
    major, minor, patch = import_module("sqlite3").sqlite_version_info
    return Library(name, (major, minor, patch))
