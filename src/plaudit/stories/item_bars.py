"""Items as pages, programs and the voting desk see them: with their points, and a reader's own."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from plaudit.points import desk, own, tallies, unsealed, voters
from plaudit.points.tallies import Points
from plaudit.stories import items
from plaudit.stories.items import Wanted
from plaudit.stories.models import Item, Story


@dataclass(frozen=True)
class ItemBar:
    """What the point bar of an item shows."""

    item: Item
    title: str
    points: Points
    my_value: int  # 0 also where nothing was given
    has_voted: bool
    is_open: bool
    can_vote: bool
    is_own: bool

    @property
    def about(self) -> str:
        return self.item.about

    @property
    def place(self) -> str:
        return self.item.place

    @property
    def page(self) -> str:
        return self.item.story.get_absolute_url()

    @property
    def endpoint(self) -> str:
        return self._address("item_point")

    @property
    def receipt(self) -> str:
        return self._address("item_receipt")

    def _address(self, name: str) -> str:
        return reverse(name, args=[self.item.story.slug, self.item.ulid])


def of_page(story: Story, request: HttpRequest, *, is_preview: bool = False) -> dict[str, ItemBar]:
    """The bars of a story's items, by their keys. A preview has them before they have rows."""
    wanted = items.wanted(story.body)
    rows = _rows(story, wanted)
    if is_preview:
        rows = {one.key: rows.get(one.key) or Item(story=story, **one.says) for one in wanted}
    if not rows:
        return {}
    abouts = [row.about for row in rows.values()]
    voter = voters.known(request)
    values = own.values(voter, abouts) if voter else {}
    points, now, is_own = tallies.live(abouts), timezone.now(), story.is_by(request.user)
    return {
        one.key: ItemBar(
            item=row,
            title=one.title,
            points=points[row.about],
            my_value=values.get(row.about, 0),
            has_voted=row.about in values,
            is_open=row.takes_points(now),
            can_vote=row.takes_points(now) and not is_own and not is_preview,
            is_own=is_own,
        )
        for one in wanted
        if (row := rows.get(one.key))
    }


def as_json(story: Story) -> list[dict[str, Any]]:
    """What the story's .json says of its items: docs/developers/addresses.md."""
    wanted = items.wanted(story.body)
    rows = _rows(story, wanted)
    found = [(one, rows[one.key]) for one in wanted if one.key in rows]
    abouts = [row.about for _one, row in found]
    points, late, now = tallies.live(abouts), unsealed.counts(abouts), timezone.now()
    return [
        {
            "id": row.about,
            "kind": row.kind,
            "block": row.block,
            "title": one.title,
            "takes_points": row.takes_points(now),
            "closes_at": row.closes_at,
            "points": points[row.about].as_json(),
            "unsealed": late[row.about],
        }
        for one, row in found
    ]


def named(slug: str, ulid: str) -> Item | None:
    """The item of a story that has or had this slug, as it was published last."""
    item = Item.objects.select_related("story").filter(ulid=ulid, is_there=True).first()
    if item is None or not item.story.live:
        return None
    is_here = item.story.slug == slug or item.story.old_slugs.filter(slug=slug).exists()
    return item if is_here else None


def subject(item: Item | None, request: HttpRequest) -> desk.Subject | None:
    """What the voting desk has to know of an item."""
    if item is None:
        return None
    others = item.others()
    rivals = [other for other in others if other.is_there] if item.is_single else []
    return desk.Subject(
        about=item.about,
        url=item.story.get_absolute_url(),
        title=item.story.headline,
        is_open=item.takes_points(timezone.now()),
        is_own=item.story.is_by(request.user),
        place=item.place,
        takes_down=item.kind != Item.Kind.OPTION,
        instead_of=tuple(other.about for other in rivals),
        beside=tuple(other.about for other in others),
    )


def _rows(story: Story, wanted: Iterable[Wanted]) -> dict[str, Item]:
    """The rows of these items, by key; no query for a story that has none."""
    keys = [one.key for one in wanted]
    if not keys or not story.pk:
        return {}
    rows = {row.key: row for row in Item.objects.filter(story=story.pk, key__in=keys)}
    for row in rows.values():
        row.story = story
    return rows
