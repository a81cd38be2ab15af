"""The stories an archive is printed from: those of the paper, as the database keeps them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple

from django.db import connection

from plaudit.demo.paper import DemoStory
from plaudit.stories import slugs
from plaudit.stories.models import Story

FIELDS = tuple(field for field in Story._meta.concrete_fields)
NAMES = tuple(field.name for field in FIELDS)
PLACES = {name: place for place, name in enumerate(NAMES)}
# A story of the archive has no revisions: the newsroom shows and edits it as it is.
NONE_OF_ITS_OWN = ("latest_revision", "live_revision")


class Original(NamedTuple):
    """A story that is there: its row, who wrote it, what it is about, how it fared."""

    row: tuple[Any, ...]
    slug: str
    headline: str
    authors: list[int]
    tags: list[int]
    told: DemoStory


def find(told: Sequence[DemoStory]) -> list[Original]:
    """Of these stories those that can be printed in bulk, which makes no rows for items."""
    told = [it for it in told if not any(name == "poll" for name, _value in it.body)]
    stories = {
        story.slug: story for story in Story.objects.filter(slug__in=[it.slug for it in told])
    }
    return [_original(stories[it.slug], it) for it in told]


def reprint(original: Original, number: int, pk: int, ulid: str, at: datetime) -> tuple[Any, ...]:
    """The row of another edition of a story, first published at `at`."""
    row = list(original.row)
    row[PLACES["id"]], row[PLACES["ulid"]] = pk, ulid
    row[PLACES["slug"]] = f"{original.slug[: slugs.LONGEST - 10]}-{number}"
    row[PLACES["headline"]] = f"No. {number:,}: {original.headline}"[:200]
    row[PLACES["first_published_at"]] = row[PLACES["last_published_at"]] = _stored(at)
    return tuple(row)


def _original(story: Story, told: DemoStory) -> Original:
    for name in NONE_OF_ITS_OWN:
        setattr(story, name, None)
    row = [field.get_db_prep_save(getattr(story, field.attname), connection) for field in FIELDS]
    return Original(
        tuple(row),
        story.slug,
        story.headline,
        list(story.bylines.values_list("author_id", flat=True)),
        list(story.tagged_items.values_list("tag_id", flat=True)),
        told,
    )


def _stored(at: datetime) -> Any:
    field = FIELDS[PLACES["first_published_at"]]
    return field.get_db_prep_save(at, connection)
