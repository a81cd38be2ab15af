"""Pages of the lists: which stories, in which order, and where the next page begins."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise

from plaudit.rankings import cursors, places, standing
from plaudit.rankings.catalogue import FRONT, List
from plaudit.rankings.cursors import Cursor
from plaudit.rankings.places import Place, Placed
from plaudit.rankings.scopes import SITE, Scope
from plaudit.rankings.shelf import Range, Row
from plaudit.rankings.standing import Standing
from plaudit.stories.models import Story

SIZE = 20


@dataclass(frozen=True)
class Page:
    """One page of a list; the cursors are those in the addresses of the next and previous one."""

    chosen: List
    scope: Scope
    standing: Standing
    places: list[Place]
    next: Cursor | None = None
    previous: Cursor | None = None
    has_moved_on: bool = False

    @property
    def is_first(self) -> bool:
        return self.previous is None

    @property
    def key(self) -> str:
        return self.chosen.key

    @property
    def name(self) -> str | Promise:
        return self.chosen.name

    @property
    def sentence(self) -> str | Promise:
        return self.chosen.sentence

    @property
    def scope_name(self) -> str:
        return self.scope.name

    @property
    def as_of(self) -> datetime | None:
        return self.standing.as_of

    @property
    def url(self) -> str:
        return self.scope.url(self.key)

    @property
    def next_url(self) -> str:
        return f"{self.url}?after={self.next}" if self.next else ""

    @property
    def previous_url(self) -> str:
        return f"{self.url}?before={self.previous}" if self.previous else ""

    @property
    def json_url(self) -> str:
        return self.scope.url(self.key, "_json")

    @property
    def feed_url(self) -> str:
        return self.scope.url(self.key, "_feed")


def read(chosen: List, scope: Scope = SITE, after: str = "", before: str = "") -> Page:
    """The page after or before a cursor, or the first. Raises BadCursorError.

    A page that was opened so long ago that the list cannot be gone on with, two hours or more,
    gives the first page again, and says so.
    """
    if after and before:
        raise cursors.BadCursorError("both after and before")
    now = standing.read()
    if not (after or before):
        return _first(chosen, scope, now)
    cursor = cursors.parse(after or before)
    if cursor.falls < now.forgotten or cursor.falls > now.falls:
        return _first(chosen, scope, now, has_moved_on=True)
    return _after(chosen, scope, now, cursor) if after else _before(chosen, scope, now, cursor)


def first(chosen: List, scope: Scope = SITE, count: int = SIZE) -> list[Place]:
    """The first places of a list, by its formula alone."""
    now = standing.read()
    return places.dress(chosen, _range(chosen, scope, now).read(count), 1, now, {})


def stories(chosen: List, scope: Scope = SITE, count: int = SIZE) -> list[Story]:
    return [place.story for place in first(chosen, scope, count)]


def _range(chosen: List, scope: Scope, now: Standing) -> Range:
    least = now.policy.minimum_points if chosen.is_window else chosen.least
    return Range(chosen, scope.key, least)


def _first(chosen: List, scope: Scope, now: Standing, *, has_moved_on: bool = False) -> Page:
    placed: dict[str, Placed] = places.placed() if (chosen, scope) == (FRONT, SITE) else {}
    heads = places.rows_of(placed)
    rest = _range(chosen, scope, now)
    rest.without([row.ulid for row in heads])
    size = SIZE - len(heads)
    found = rest.read(size + 1)
    rows = places.among(found[:size], {placed[row.ulid].slot: row for row in heads})
    following = None
    if len(found) > size:
        held = tuple(row.ulid for row in heads)
        following = _edge(chosen, rows[-1], Cursor(now.falls, len(rows), 0, "", held))
    return Page(
        chosen,
        scope,
        now,
        places.dress(chosen, rows, 1, now, placed),
        next=following,
        has_moved_on=has_moved_on,
    )


def _after(chosen: List, scope: Scope, now: Standing, cursor: Cursor) -> Page:
    wanted = _range(chosen, scope, now)
    wanted.beyond(cursor, "<")
    wanted.unseen(cursor)
    wanted.without(cursor.placed)
    found = wanted.read(SIZE + 1)
    rows = found[:SIZE]
    return Page(
        chosen,
        scope,
        now,
        places.dress(chosen, rows, cursor.number + 1, now, {}),
        next=_edge(chosen, rows[-1], cursor, len(rows)) if len(found) > SIZE else None,
        previous=_edge(chosen, rows[0], cursor, 1) if rows else cursor,
    )


def _before(chosen: List, scope: Scope, now: Standing, cursor: Cursor) -> Page:
    """The page above; the first page is always read afresh, whatever has risen to it since."""
    wanted = _range(chosen, scope, now)
    wanted.beyond(cursor, ">")
    wanted.without(cursor.placed)
    found = wanted.read(SIZE + 1, "ASC")
    if cursor.number <= SIZE + 1 or len(found) <= SIZE:
        return _first(chosen, scope, now)
    rows = found[:SIZE][::-1]
    return Page(
        chosen,
        scope,
        now,
        places.dress(chosen, rows, cursor.number - SIZE, now, {}),
        next=_edge(chosen, rows[-1], cursor, -1),
        previous=_edge(chosen, rows[0], cursor, -SIZE),
    )


def _edge(chosen: List, row: Row, cursor: Cursor, further: int = 0) -> Cursor:
    """The cursor at a row, so many places further than another of the same reading."""
    figure: int = getattr(row, chosen.column)
    return Cursor(cursor.falls, cursor.number + further, figure, row.ulid, cursor.placed)
