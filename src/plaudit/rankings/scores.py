"""Changing the figures of stories: once in Score, then copied to their places."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection

from plaudit.rankings import falls, formulas, rows
from plaudit.rankings.models import Score

SUMS = ("trending", "hot", "popular", "top")
FIGURES = ("published_at", "freshness", *SUMS)


class Sums(NamedTuple):
    """Points by list; what a story has, or what it gains."""

    trending: int = 0
    hot: int = 0
    popular: int = 0
    top: int = 0


class Change(NamedTuple):
    """What a story has after a change, and what it gained by it."""

    ulid: str
    published_at: int
    sums: Sums
    gained: Sums

    @property
    def freshness(self) -> int:
        return formulas.freshness(self.published_at, self.sums.top)

    def falls(self) -> Iterable[falls.Row]:
        """The figures that went down, by list, as they were."""
        for key, now, gained in zip(SUMS, self.sums, self.gained, strict=True):
            if gained < 0 < now - gained:
                yield falls.Row(key, self.ulid, now - gained)
        if self.gained.top < 0 and self.published_at:
            was = formulas.freshness(self.published_at, self.sums.top - self.gained.top)
            yield falls.Row("front", self.ulid, was)


def add(gains: Mapping[str, Sums], now: int) -> None:
    """Add to the sums of each story, by ulid; a story without a score starts from zero."""
    gains = {ulid: gained for ulid, gained in sorted(gains.items()) if any(gained)}
    if not gains:
        return
    changes = [
        Change(ulid, published_at, Sums(*sums), gains[ulid])
        for ulid, published_at, *sums in _add(gains)
    ]
    falls.record([row for change in changes for row in change.falls()], now)
    moved = [name for place, name in enumerate(SUMS) if any(g[place] for g in gains.values())]
    _copy(changes, moved)


def publish(found: Mapping[str, tuple[int, int]], now: int) -> None:
    """Take in when stories were published and what each has carried over from a former site.

    `found` is ulid → (Unix seconds, points carried). The places are the caller's to write.
    """
    known = {row.ulid: row for row in Score.objects.filter(ulid__in=found)}
    written, fallen = [], list[falls.Row]()
    for ulid, (published_at, carried) in found.items():
        before = known.get(ulid, Score(ulid=ulid))
        top = before.top + carried - before.carried
        fresh = formulas.freshness(published_at, top)
        written.append((ulid, published_at, fresh, carried, top))
        now_and_then = (
            ("new", published_at, before.published_at),
            ("front", fresh, before.freshness),
            ("top", top, before.top),
        )
        if before.published_at:
            fallen += [
                falls.Row(key, ulid, was) for key, figure, was in now_and_then if figure < was
            ]
    falls.record(fallen, now)
    _put(written)


def _add(gains: Mapping[str, Sums]) -> list[tuple[str, int, int, int, int, int]]:
    columns = ", ".join(SUMS)
    added = ", ".join(f"{name} = rankings_score.{name} + excluded.{name}" for name in SUMS)
    statement = (
        f"INSERT INTO rankings_score (ulid, published_at, freshness, carried, {columns}) "  # noqa: S608
        f"SELECT ulid, 0, 0, 0, {columns} FROM ({rows.table(['ulid'], SUMS)}) AS new WHERE true "
        f"ON CONFLICT (ulid) DO UPDATE SET {added} RETURNING ulid, published_at, {columns}"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [rows.packed([ulid, *gains[ulid]] for ulid in gains)])
        return list(cursor.fetchall())


def _copy(changes: Sequence[Change], moved: Sequence[str]) -> None:
    """Write the moved sums to the stories' places, and what follows from the points."""
    columns = [*moved, "freshness"] if "top" in moved else list(moved)
    packed = rows.packed(
        [change.ulid, *(getattr(change.sums, name, change.freshness) for name in columns)]
        for change in changes
    )
    new = rows.table(["ulid"], columns)
    with connection.cursor() as cursor:
        if "top" in moved:
            cursor.execute(
                f"UPDATE rankings_score SET freshness = new.freshness FROM ({new}) AS new "  # noqa: S608
                "WHERE rankings_score.ulid = new.ulid",
                [packed],
            )
        copied = ", ".join(f"{name} = new.{name}" for name in columns)
        cursor.execute(
            f"UPDATE rankings_place SET {copied} FROM ({new}) AS new "  # noqa: S608
            "WHERE rankings_place.story_id = new.ulid",
            [packed],
        )


def _put(written: Iterable[Sequence[object]]) -> None:
    columns = ("published_at", "freshness", "carried", "top")
    names = ", ".join(columns)
    replaced = ", ".join(f"{name} = excluded.{name}" for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO rankings_score (ulid, {names}, trending, hot, popular) "  # noqa: S608
            f"SELECT ulid, {names}, 0, 0, 0 FROM ({rows.table(['ulid'], columns)}) AS new "
            f"WHERE true ON CONFLICT (ulid) DO UPDATE SET {replaced}",
            [rows.packed(written)],
        )
