"""What of a story is kept of each version: everything a reader saw of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from plaudit.stories.models.photo import Photo
from plaudit.stories.models.source import Source

if TYPE_CHECKING:
    from plaudit.stories.models.story import Story

SAID_OF_A_SOURCE = ("key", "kind", "title", "publisher", "link", "archive_link")
SAID_OF_A_PHOTO = ("alt", "caption", "credit", "credit_url", "licence", "licence_url", "reuse")


def of(story: Story) -> dict[str, Any]:
    """A story's content as plain data, complete in itself.

    `body` is what the database keeps of the blocks. `photos` says of each picture, by its place
    (`image`, or the path of ids and names within the body), which one it is and what stood with it.
    """
    body = story.body.get_prep_value() if story.body else []
    return {
        "headline": story.headline,
        "dek": story.dek,
        "kind": story.kind,
        "section": {"name": story.section.name, "slug": story.section.slug},
        "authors": [{"name": it.name, "slug": it.slug} for it in story.byline_authors()],
        "tags": sorted(tag.name for tag in story.tags.all()),
        "language": story.language,
        "slug": story.slug,
        "image": story.image_id,
        "sources": [_source(it) for it in story.sources.all()],
        "body": body,
        "photos": _photos(story),
    }


def _source(source: Source) -> dict[str, Any]:
    read_on = source.read_on.isoformat() if source.read_on else None
    return {name: getattr(source, name) for name in SAID_OF_A_SOURCE} | {"read_on": read_on}


def _photos(story: Story) -> dict[str, dict[str, Any]]:
    places = dict(_places(story))
    found = Photo.objects.in_bulk(set(places.values())) if places else {}
    return {
        place: {"id": pk, **{name: getattr(found[pk], name) for name in SAID_OF_A_PHOTO}}
        for place, pk in places.items()
        if pk in found
    }


def _places(story: Story) -> Iterator[tuple[str, int]]:
    if story.image_id:
        yield "image", story.image_id
    references = story._meta.get_field("body").extract_references(story.body)
    for model, pk, _model_path, place in references:
        if model is Photo:
            yield place, int(pk)
