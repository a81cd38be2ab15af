"""A story's sources as its page shows them: numbered, with the quotations that point at them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from plaudit.stories.models import Source, Story


class Mark(NamedTuple):
    """What stands at a quotation: the number of its source, and where the list leads back to."""

    number: int
    id: str


@dataclass(frozen=True)
class Numbered:
    number: int
    source: Source
    marks: list[Mark] = field(default_factory=list)

    @property
    def id(self) -> str:
        return f"source-{self.number}"


def quotations(body: Any) -> Iterator[Any]:
    """The values of a body's quotations, in order."""
    return (child.value for child in body if child.block_type == "quotation")


def numbered(story: Story) -> list[Numbered]:
    """The sources in their order, from 1; the body's quotations are told their marks.

    A quotation that names a source the story does not have is left without one.
    """
    found = [Numbered(number, source) for number, source in enumerate(story.sources.all(), 1)]
    by_key = {one.source.key: one for one in reversed(found)}  # of two alike, the first
    for quotation in quotations(story.body):
        quotation.mark = None
        if one := by_key.get(quotation.get("source") or ""):
            quotation.mark = Mark(one.number, f"quoted-{one.number}-{len(one.marks) + 1}")
            one.marks.append(quotation.mark)
    return found


def as_json(sources: list[Numbered]) -> list[dict[str, Any]]:
    """What the story's .json says of them, in order."""
    return [
        {
            "number": one.number,
            "kind": one.source.kind,
            "title": one.source.title,
            "publisher": one.source.publisher,
            "link": one.source.link,
            "archive_link": one.source.archive_link,
            "read_on": one.source.read_on,
        }
        for one in sources
    ]
