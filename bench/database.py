"""A site's database, looked into from outside: what is there, what waits for the tick."""

import time
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from plaudit import sqlite

FILE = "plaudit.sqlite3"
CAUGHT_UP_SECONDS = 120
ERRANDS_SECONDS = 600


class Database(NamedTuple):
    """Of the site in this folder; on PostgreSQL where there is an address."""

    home: Path
    address: str = ""

    def connect(self) -> Any:
        """A connection on which each statement is committed alone."""
        if self.address:
            return import_module("psycopg").connect(self.address, autocommit=True)
        sqlite.use_safe_library()
        driver = import_module("sqlite3")
        path = self.home / FILE
        return driver.connect(path, isolation_level=None, timeout=30, check_same_thread=False)

    def rows(self, statement: str) -> list[Any]:
        connection = self.connect()
        try:
            return list(connection.execute(statement).fetchall())
        finally:
            connection.close()

    def number(self, statement: str) -> int:
        return int(self.rows(statement)[0][0])

    def ballots(self) -> int:
        return self.number("SELECT COUNT(*) FROM points_ballot")

    def first_story(self) -> str:
        """The path of a story that every demo has, a whole page with a picture."""
        return self.stories(1)[0]

    def stories(self, count: int) -> list[str]:
        """The paths of so many stories."""
        found = self.rows(f"SELECT slug FROM stories_story ORDER BY id LIMIT {count}")  # noqa: S608
        return [f"/stories/{slug}" for (slug,) in found]

    def abouts(self, count: int) -> list[str]:
        """What ballots about so many stories name."""
        found = self.rows(f"SELECT ulid FROM stories_story ORDER BY id LIMIT {count}")  # noqa: S608
        return [f"s/{ulid}" for (ulid,) in found]

    def wait_for_tick(self) -> None:
        """Until nothing waits to be counted: else the tick works while something else is timed."""
        behind = """SELECT (SELECT COUNT(*) FROM points_ballot) - COALESCE(
                    (SELECT number FROM points_progress WHERE name = 'lists.ballots'), 0)"""
        self._wait_for_none(behind, CAUGHT_UP_SECONDS)

    def wait_for_errands(self) -> None:
        """Until no background task is left: a new site's pictures keep a core busy for a while."""
        left = """SELECT COUNT(*) FROM django_tasks_database_dbtaskresult
                  WHERE status IN ('READY', 'RUNNING')"""
        self._wait_for_none(left, ERRANDS_SECONDS)

    def _wait_for_none(self, counted: str, seconds: int) -> None:
        deadline = time.monotonic() + seconds
        while self.number(counted) > 0:
            if time.monotonic() > deadline:
                raise SystemExit(f"The site is not at rest after {seconds} s: {counted}")
            time.sleep(0.2)
