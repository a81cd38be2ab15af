"""What a list shows: a story, its number, its points, and why it stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.utils import timezone

from plaudit.rankings import models, reasons, shelf
from plaudit.rankings.catalogue import List
from plaudit.rankings.cursors import MOST_PINS
from plaudit.rankings.scopes import SITE
from plaudit.rankings.scores import FIGURES
from plaudit.rankings.shelf import Row
from plaudit.rankings.standing import Standing
from plaudit.stories.models import Pin, Story


@dataclass(frozen=True)
class Pinned:
    """Told to the reader: an editor put the story here, not its points."""

    role: str
    since: datetime


@dataclass(frozen=True)
class Place:
    """A story in a list. `points` is the figure of the same moment as the order of the list."""

    number: int
    story: Story
    row: Row
    last_hour: int
    why: str
    pin: Pinned | None = None

    @property
    def points(self) -> int:
        return self.row.top


def dress(
    chosen: List, rows: Sequence[Row], number: int, now: Standing, pins: Mapping[str, Pinned]
) -> list[Place]:
    """Give rows their stories and reasons, in a few queries; the first has this number.

    A story that was taken off the site a moment ago is left out, and so is its number.
    """
    ulids = [row.ulid for row in rows]
    found = Story.objects.published().for_cards().filter(ulid__in=ulids)
    stories = {story.ulid: story for story in found} if ulids else {}
    hours = shelf.last_hours(ulids, now)
    return [
        Place(
            number=place,
            story=stories[row.ulid],
            row=row,
            last_hour=hours.get(row.ulid, 0),
            why=""
            if row.ulid in pins
            else reasons.why(chosen, place, row, now, hours.get(row.ulid, 0)),
            pin=pins.get(row.ulid),
        )
        for place, row in enumerate(rows, start=number)
        if row.ulid in stories
    ]


def pinned() -> dict[str, Pinned]:
    """The stories that are pinned now, by ulid, the one pinned last first."""
    running = Pin.objects.filter(Q(until=None) | Q(until__gt=timezone.now()), story__live=True)
    found = running.order_by("-pinned_at").values_list("story__ulid", "role", "pinned_at")
    return {ulid: Pinned(role, since) for ulid, role, since in found[:MOST_PINS]}


def rows_of(ulids: Mapping[str, Pinned]) -> list[Row]:
    """The places of the site that these stories have, in this order."""
    if not ulids:
        return []
    found = models.Place.objects.filter(scope=SITE.key, story_id__in=ulids)
    rows = {row[0]: Row(*row) for row in found.values_list("story_id", *FIGURES)}
    return [rows[ulid] for ulid in ulids if ulid in rows]
