"""A passage of a story around what was found, with that marked; and as HTML that is only text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from plaudit.search import words
from plaudit.search.queries import Term
from plaudit.search.words import padded

LENGTH = 220  # letters
BEFORE = 60  # of them ahead of what was found
MOST_READ = 60_000  # letters of a text that are looked through


class Part(NamedTuple):
    text: str
    is_found: bool


def marked(text: str, terms: Sequence[Term]) -> list[Part]:
    """All of a line, with what was found marked."""
    return list(_parts(text, list(words.spans(text)), terms, 0, len(text)))


def passage(text: str, terms: Sequence[Term]) -> list[Part]:
    """Around the first of the terms that the text has; its beginning where it has none."""
    text = text[:MOST_READ]
    found = list(words.spans(text))
    hit = _first(terms, [word.folded for word in found])
    start, end = _window(text, found[hit].start if found else 0)
    inside = [word for word in found if start <= word.start and word.end <= end]
    before, after = Part("… ", False), Part(" …", False)
    return [
        *([before] if start > 0 else []),
        *_parts(text, inside, terms, start, end),
        *([after] if end < len(text) else []),
    ]


def as_html(parts: Sequence[Part]) -> SafeString:
    """Nothing of the text is HTML, and nothing of what was typed."""
    return mark_safe(  # noqa: S308
        "".join(
            f"<mark>{escape(part.text)}</mark>" if part.is_found else escape(part.text)
            for part in parts
        )
    )


def _first(terms: Sequence[Term], folded: Sequence[str]) -> int:
    """Which word of the text is the first that a term begins with; 0 if none is."""
    joined = padded(folded)
    places = [joined.find(sought) for term in terms for sought in term.sought if sought]
    return joined.count(" ", 0, min((one for one in places if one >= 0), default=0))


def _window(text: str, centre: int) -> tuple[int, int]:
    """From and to a space, unless the script has none."""
    start = max(0, centre - BEFORE)
    if start:
        space = text.find(" ", start, centre)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", centre + 1, end)
        end = space if space > start + LENGTH // 2 else end
    return start, end


def _parts(
    text: str, found: Sequence[words.Word], terms: Sequence[Term], start: int, end: int
) -> Iterator[Part]:
    folded = [word.folded for word in found]
    at, place = start, 0
    while place < len(found):
        reach = _reach(terms, folded, place)
        if reach:
            first, last = found[place], found[place + reach - 1]
            yield from (Part(text[at : first.start], False),) if at < first.start else ()
            yield Part(text[first.start : last.end], True)
            at = last.end
        place += reach or 1
    if at < end:
        yield Part(text[at:end], False)


def _reach(terms: Sequence[Term], folded: list[str], place: int) -> int:
    """How many words from here on are one of the terms, at most; 0 if none is."""
    return max((len(term.words) for term in terms if term.matches(folded, place)), default=0)
