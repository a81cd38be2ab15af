"""Making stories for tests, through the newsroom's own front door."""

import io
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from plaudit.stories import newsdesk
from plaudit.stories.models import Author, Byline, Photo, Placement, Section, Source, Story

PARAGRAPH = ("paragraph", "<p>The ferry left on time, which surprised everybody on it.</p>")


def section(name: str = "Town") -> Section:
    made, _ = Section.objects.get_or_create(slug=name.lower(), defaults={"name": name})
    return made


def author(name: str = "Bea Writer", **more: Any) -> Author:
    slug = name.lower().replace(" ", "-")
    made, _ = Author.objects.get_or_create(slug=slug, defaults={"name": name, **more})
    return made


def photo(**more: Any) -> Photo:
    """A small picture, unless told otherwise."""
    file = io.BytesIO()
    Image.new("RGB", (1600, 1000), "#8899aa").save(file, "PNG")
    fields = {"title": "Ferry", "alt": "A ferry", "credit": "Photo: The Test Gazette"} | more
    return Photo.objects.create(file=ContentFile(file.getvalue(), "ferry.png"), **fields)


def quoted(source: str = "", **more: Any) -> tuple[str, dict[str, str]]:
    """A quotation, of the source with this key."""
    empty = {"role": "", "to_whom": "", "link": ""}
    fields = {"text": "It was on time.", "speaker": "Ada Mayor", "source": source}
    return "quotation", empty | fields | more


def draft(headline: str = "The ferry left on time", **more: Any) -> Story:
    """A story that readers cannot see. `authors`, `tags`, `sources` and any field of the model."""
    authors = more.pop("authors", [])
    sources = more.pop("sources", [])
    tags = more.pop("tags", [])
    fields = {"dek": "Nobody can say why.", "section": section(), "body": [PARAGRAPH]} | more
    made = Story(headline=headline, **fields)
    made.bylines = [Byline(author=one, sort_order=order) for order, one in enumerate(authors)]
    made.sources = [Source(sort_order=order, **one) for order, one in enumerate(sources)]
    made.save()
    made.tags.add(*tags)
    made.save()
    return made


def story(
    headline: str = "The ferry left on time", *, at: datetime | None = None, **more: Any
) -> Story:
    """A published story, first published at `at` if that is in the past."""
    return newsdesk.publish(draft(headline, **more), at=at)


def placement(story: Story, slot: int = 0, **more: Any) -> Placement:
    """The record that an editor placed a story on the front page; slot 0 is the lead."""
    fields = {"role": "editor", "at": timezone.now()} | more
    return Placement.objects.create(slot=slot, ulid=story.ulid, **fields)
