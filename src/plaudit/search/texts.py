"""A story as text: its words in order, what it is filed under, and its body to quote from."""

from collections.abc import Iterator
from typing import NamedTuple

from plaudit.search import stems, tables, words
from plaudit.search.models import PLACE_BITS
from plaudit.stories import plain
from plaudit.stories.models import Story

LONGEST_BODY = 200_000  # letters
MOST_WORDS = 16_000  # of a story: PostgreSQL tells no further ones apart by where they stand
MOST_BYTES = 500_000  # of them together: a tsvector has a megabyte, stems included
EDGE = "¶"  # between headline, dek and body; no word has it, so no phrase reaches across


class Text(NamedTuple):
    """`words`: those of headline, dek and body; `scopes` and `stems` stand behind them. `rules`:
    those for forms of words in its language, or "".
    """

    place: int
    ulid: str
    headline: str
    dek: str
    body: str
    words: list[str]
    scopes: list[str]
    stems: list[str]
    rules: str


def of(story: Story) -> Text:
    """A published story, with its bylines and tags at hand."""
    headline, dek = words.of(story.headline), words.of(story.dek)
    body = plain.text(story.body)[:LONGEST_BODY]
    found = [*headline, EDGE, *dek, EDGE]
    found += bounded(words.of(body), MOST_WORDS - len(found))
    rules = stems.rules_of(story.lang)
    return Text(
        place=place_of(story),
        ulid=story.ulid,
        headline=words.padded(headline),
        dek=words.padded(dek),
        body=body,
        words=found,
        scopes=[EDGE, *map(tables.marked, scopes_of(story))],
        stems=stems.of(found, rules),
        rules=rules,
    )


def place_of(story: Story) -> int:
    published = story.first_published_at
    return first_place(int(published.timestamp()) if published else 0) + int(story.pk)


def first_place(second: int) -> int:
    """Before all stories published in this Unix second or later, behind all others."""
    return max(second, 0) << PLACE_BITS


def scopes_of(story: Story) -> Iterator[str]:
    yield scope("section", story.section_id)
    yield scope("kind", story.kind)
    yield from (scope("author", byline.author_id) for byline in story.bylines.all())
    yield from (scope("tag", item.tag_id) for item in story.tagged_items.all())


def scope(kind: str, name: object) -> str:
    return f"{kind}{name}"


def bounded(found: list[str], most: int) -> list[str]:
    """The first words, as far as there is room for them."""
    room = MOST_BYTES
    for place, word in enumerate(found[:most]):
        room -= len(word.encode())
        if room < 0:
            return found[:place]
    return found[:most]
