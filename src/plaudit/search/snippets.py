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
FIRST_READ = 2_000  # letters of a text that are looked through: most often they are enough
MOST_READ = 20_000


class Part(NamedTuple):
    text: str
    is_found: bool


def marked(text: str, terms: Sequence[Term]) -> list[Part]:
    """All of a line, with what was found marked."""
    return list(_parts(text, list(words.spans(text)), terms))


def passage(text: str, terms: Sequence[Term]) -> list[Part]:
    """Around the first of the terms that the text has; its beginning where it has none."""
    text = text[:MOST_READ]
    hits = (_first(text[:letters], terms) for letters in (FIRST_READ, MOST_READ))
    start, end = _window(text, next((hit for hit in hits if hit is not None), 0))
    before, after = Part("… ", False), Part(" …", False)
    return [
        *([before] if start > 0 else []),
        *marked(text[start:end], terms),
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


def _first(text: str, terms: Sequence[Term]) -> int | None:
    """Where the first of the terms begins, if there is one."""
    found = list(words.spans(text))
    joined = padded(word.folded for word in found)
    places = [joined.find(sought) for term in terms for sought in term.sought if sought]
    first = min((one for one in places if one >= 0), default=None)
    return None if first is None else found[joined.count(" ", 0, first)].start


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


def _parts(text: str, found: Sequence[words.Word], terms: Sequence[Term]) -> Iterator[Part]:
    folded = [word.folded for word in found]
    at, place = 0, 0
    while place < len(found):
        reach = _reach(terms, folded, place)
        if reach:
            first, last = found[place], found[place + reach - 1]
            yield from (Part(text[at : first.start], False),) if at < first.start else ()
            yield Part(text[first.start : last.end], True)
            at = last.end
        place += reach or 1
    if at < len(text):
        yield Part(text[at:], False)


def _reach(terms: Sequence[Term], folded: list[str], place: int) -> int:
    """How many words from here on are one of the terms, at most; 0 if none is."""
    return max((len(term.words) for term in terms if term.matches(folded, place)), default=0)
