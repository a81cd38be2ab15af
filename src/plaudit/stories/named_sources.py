"""The sources that a file names at its top, a line each, as `title | publisher | link | date`."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from plaudit.stories.models import Source
from plaudit.stories.reading import Block
from plaudit.stories.refused import Refused, reasons


def named(told: tuple[str, ...]) -> list[Source]:
    """The sources, checked. Raises Refused."""
    return [_checked(_source(line, place), line) for place, line in enumerate(told)]


def pointing(blocks: list[Block], sources: list[Source]) -> list[Block]:
    """The blocks, whose quotations point at the source that has the same link."""
    keys = {source.link: source.key for source in reversed(sources) if source.link}
    return [
        (name, value | {"source": keys.get(value["link"], "")} if name == "quotation" else value)
        for name, value in blocks
    ]


def _source(line: str, place: int) -> Source:
    """The title comes first; what follows is told apart by its look, in any order."""
    title, *parts = [part.strip() for part in line.split("|")]
    fields: dict[str, Any] = {}
    names: list[str] = []
    for part in filter(None, parts):
        if part.startswith(("https://", "http://")) and "archive_link" not in fields:
            fields["archive_link" if "link" in fields else "link"] = part
        elif part.lower() in Source.Kind.values:
            fields["kind"] = part.lower()
        elif day := _day(part):
            fields["read_on"] = day
        else:
            names.append(part)
    return Source(title=title, publisher=", ".join(names), sort_order=place, **fields)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _checked(source: Source, line: str) -> Source:
    try:
        source.full_clean(exclude=["story"])
    except ValidationError as error:
        raise Refused(f"The source “{line[:60]}” cannot be saved: {reasons(error)}") from None
    return source
