"""What a list shows: a story, its number, its points, and why it stands there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from plaudit.rankings import models, reasons, shelf
from plaudit.rankings.catalogue import List
from plaudit.rankings.scopes import SITE
from plaudit.rankings.scores import FIGURES
from plaudit.rankings.shelf import Row
from plaudit.rankings.standing import Standing
from plaudit.stories import placements
from plaudit.stories.models import Story


@dataclass(frozen=True)
class Placed:
    """Told to the reader: an editor put the story here, not its points. Slot 0 is the lead."""

    slot: int
    role: str
    since: datetime
    until: datetime | None


@dataclass(frozen=True)
class Place:
    """A story in a list. `points` is the figure of the same moment as the order of the list."""

    number: int
    story: Story
    row: Row
    last_hour: int
    why: str
    placed: Placed | None = None

    @property
    def points(self) -> int:
        return self.row.top


def dress(
    chosen: List, rows: Sequence[Row], number: int, now: Standing, placed: Mapping[str, Placed]
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
            if row.ulid in placed
            else reasons.why(chosen, place, row, now, hours.get(row.ulid, 0)),
            placed=placed.get(row.ulid),
        )
        for place, row in enumerate(rows, start=number)
        if row.ulid in stories
    ]


def placed() -> dict[str, Placed]:
    """The stories that editors have placed on the front page now, by ulid, the lead first."""
    running = placements.running(timezone.now())
    return {it.ulid: Placed(it.slot, it.role, it.at, it.until) for it in running}


def among(found: Sequence[Row], slots: Mapping[int, Row]) -> list[Row]:
    """The rows of a formula, with those of placed stories in their slots.

    Where there are too few stories to come to a slot, its story follows the last of them.
    """
    rows = list(found)
    for slot in sorted(slots):
        rows.insert(slot, slots[slot])
    return rows


def rows_of(ulids: Mapping[str, Placed]) -> list[Row]:
    """The places of the site that these stories have, in this order."""
    if not ulids:
        return []
    found = models.Place.objects.filter(scope=SITE.key, story_id__in=ulids)
    rows = {row[0]: Row(*row) for row in found.values_list("story_id", *FIGURES)}
    return [rows[ulid] for ulid in ulids if ulid in rows]
