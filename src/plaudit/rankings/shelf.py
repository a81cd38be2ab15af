"""Reading places in the order of a list: one range of one index, however many stories there are."""

from collections.abc import Collection
from typing import NamedTuple

from django.db import connection

from plaudit.rankings.catalogue import List
from plaudit.rankings.cursors import Cursor
from plaudit.rankings.scores import FIGURES
from plaudit.rankings.standing import Standing

UNSEEN = """NOT EXISTS (SELECT 1 FROM rankings_fall
  WHERE rankings_fall.list = %s AND rankings_fall.ulid = story_id AND rankings_fall.number >= %s
  AND (rankings_fall.was, rankings_fall.ulid) >= (%s, %s))"""


class Row(NamedTuple):
    """The figures of one place."""

    ulid: str
    published_at: int
    freshness: int
    trending: int
    hot: int
    popular: int
    top: int


class Range:
    """Which places are wanted: conditions with their values, in SQL."""

    def __init__(self, chosen: List, scope: str, least: int | None) -> None:
        self.column, self.list = chosen.column, chosen.key
        self.conditions, self.values = ["scope = %s"], list[str | int]([scope])
        if least is not None:
            # The first condition is the index's own, which a planner only knows by its words.
            self.conditions += [f"{self.column} > 0", f"{self.column} >= %s"]
            self.values.append(least)

    def beyond(self, cursor: Cursor, sign: str) -> None:
        """Only what is below ("<") or above (">") the edge of a page."""
        self.conditions.append(f"({self.column}, story_id) {sign} (%s, %s)")
        self.values += [cursor.figure, cursor.ulid]

    def unseen(self, cursor: Cursor) -> None:
        """Not what stood above this edge at any time since the first page was read."""
        self.conditions.append(UNSEEN)
        self.values += [self.list, cursor.falls, cursor.figure, cursor.ulid]

    def without(self, ulids: Collection[str]) -> None:
        if ulids:
            self.conditions.append(f"story_id NOT IN ({', '.join(['%s'] * len(ulids))})")
            self.values += ulids

    def statement(self, direction: str = "DESC") -> str:
        return (
            f"SELECT story_id, {', '.join(FIGURES)} FROM rankings_place "  # noqa: S608
            f"WHERE {' AND '.join(self.conditions)} "
            f"ORDER BY {self.column} {direction}, story_id {direction} LIMIT %s"
        )

    def read(self, count: int, direction: str = "DESC") -> list[Row]:
        with connection.cursor() as cursor:
            cursor.execute(self.statement(direction), [*self.values, count])
            return [Row(*row) for row in cursor.fetchall()]

    def size(self, most: int) -> int:
        """How many places there are, counted up to `most`."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT COUNT(*) FROM ({self.statement()}) AS best",  # noqa: S608
                [*self.values, most],
            )
            return int(cursor.fetchone()[0])


def last_hours(ulids: Collection[str], standing: Standing) -> dict[str, int]:
    """The points each of the stories gained, net, in the last hour."""
    if not ulids:
        return {}
    marks = ", ".join(["%s"] * len(ulids))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT ulid, SUM(points) FROM rankings_gain WHERE ulid IN ({marks}) "  # noqa: S608
            "AND slot >= %s GROUP BY ulid",
            [*ulids, standing.last_hour],
        )
        return {ulid: int(points) for ulid, points in cursor.fetchall()}
