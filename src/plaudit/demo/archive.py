"""As many stories as are asked for: those that were written, then reprints from further back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from plaudit.demo import paper
from plaudit.demo.manuscript import DemoImage
from plaudit.demo.paper import DemoStory

EDITION_HOURS = 1000.0  # how much further back each reprint of the whole paper lies


def stories(count: int) -> list[DemoStory]:
    written = paper.stories()
    return [_edition(written[n % len(written)], n // len(written)) for n in range(count)]


def _edition(story: DemoStory, number: int) -> DemoStory:
    if number == 0:
        return story
    return replace(
        story,
        slug=f"{story.slug}-{number + 1}",
        headline=f"From the archive, no. {number}: {story.headline}"[:200],
        age_hours=story.age_hours + EDITION_HOURS * number,
        updated_hours_ago=None,
        change=None,
        appeal=story.appeal * 0.9,
    )


def picture_keys(told: list[DemoStory]) -> list[str]:
    """Every picture the stories want, in the order they want it."""
    found = [key for story in told for key in _keys([story.image, *story.body])]
    return list(dict.fromkeys(found))


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, DemoImage):
        yield value.key
    elif isinstance(value, dict):
        yield from _keys(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _keys(part)
