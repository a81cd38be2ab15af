"""The items of a story's lists: what they are called for good, and which of them take points."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from django.utils.translation import gettext as _

from plaudit.stories.models.item import Item

if TYPE_CHECKING:
    from plaudit.stories.models.story import Story

LONGEST_KEY = 36  # a UUID
# Blocks whose items may take points, and where in them these are.
LISTS = {"ranked_list": "items", "poll": "options"}


class Wanted(NamedTuple):
    """An item that is to take points: its key, its title, and what its row is to say."""

    key: str
    title: str
    says: dict[str, Any]


class Known(NamedTuple):
    """An item that takes points or once did, and what it is called in what was published last."""

    item: Item
    title: str
    question: str  # of the poll that it is an option of; else empty


def settle(body: Any) -> None:
    """Give each item of a body an id of its own, where it has none or shares one.

    What was read without ids would get others with every reading.
    """
    seen: set[str] = set()
    for block in _lists(body):
        for child in block.value[LISTS[block.block_type]].bound_blocks:
            if child.id in seen or len(child.id) > LONGEST_KEY:
                child.id = str(uuid4())
            seen.add(child.id)


def wanted(body: Any) -> list[Wanted]:
    """The items that are to take points, in the order of the body."""
    return [found for block in _lists(body) for found in _of_list(block)]


def known(story: Story) -> list[Known]:
    """In the order of the body; last come those that are out of it, which have no title now."""
    rows = {row.key: row for row in Item.objects.filter(story=story).order_by("pk")}
    found = [
        Known(rows.pop(child.id), _title(block, child), block.value.get("question", ""))
        for block in _lists(story.body)
        for child in block.value[LISTS[block.block_type]].bound_blocks
        if child.id in rows
    ]
    return found + [Known(row, _("No longer in the story"), "") for row in rows.values()]


def stories_of(abouts: Iterable[str]) -> dict[str, str]:
    """For each of these that is an item: what a ballot about its story names."""
    ulids = [about[2:] for about in abouts if about.startswith("i/")]
    if not ulids:
        return {}
    found = Item.objects.filter(ulid__in=ulids).values_list("ulid", "story__ulid")
    return {f"i/{ulid}": f"s/{of_story}" for ulid, of_story in found}


def follow(story: Story) -> None:
    """Write down which items of a published story take points. In the transaction of its row."""
    found = {one.key: one for one in wanted(story.body)}
    known = {row.key: row for row in Item.objects.filter(story=story)}
    for key, row in known.items():
        says = found[key].says if key in found else {}
        if says.get("closes_at", row.closes_at) != row.closes_at:
            says = {**says, "is_over": False}
        _change(row, {"is_there": key in found, **says})
    new = [Item(story=story, key=key, **one.says) for key, one in found.items() if key not in known]
    Item.objects.bulk_create(new)


def _change(row: Item, says: dict[str, Any]) -> None:
    changed = [name for name, value in says.items() if getattr(row, name) != value]
    if changed:
        for name in changed:
            setattr(row, name, says[name])
        row.save(update_fields=changed)


def _lists(body: Any) -> Iterator[Any]:
    """The blocks of a body that may have such items; the others are not even read."""
    for place, raw in enumerate(body.raw_data if body else ()):
        if raw["type"] in LISTS:
            yield body[place]


def _title(block: Any, child: Any) -> str:
    return str(child.value if block.block_type == "poll" else child.value["title"])


def _of_list(block: Any) -> Iterator[Wanted]:
    value = block.value
    says = {"block": block.id, "kind": Item.Kind.RANKED, "is_single": False, "closes_at": None}
    if block.block_type == "poll":
        says |= {"kind": Item.Kind.OPTION, "is_single": not value.get("is_many")}
        says["closes_at"] = value.get("closes_at")
        for child in value["options"].bound_blocks:
            yield Wanted(child.id, _title(block, child), says)
    elif value.get("takes_points"):
        for child in value["items"].bound_blocks:
            yield Wanted(child.id, _title(block, child), says)
