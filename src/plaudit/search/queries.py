"""What somebody asks for: any text at all becomes a few words, phrases and beginnings of words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from plaudit.search import words

LONGEST = 200  # letters that are read of what was typed
MOST_TERMS = 8
LONGEST_PHRASE = 24  # words
SHORTEST_BEGINNING = 2  # letters: what begins with one letter is half of the paper
QUOTES = re.compile('["“”„‟«»]')


class Term(NamedTuple):
    """Words that stand side by side, most often one. `is_open`: the last may go on."""

    words: tuple[str, ...]
    is_open: bool = False

    @property
    def sought(self) -> tuple[str, str]:
        """As it stands among padded words: whole, and as a beginning if it may go on, else ""."""
        begun = f" {' '.join(self.words)}"
        return f"{begun} ", begun if self.is_open else ""

    def matches(self, found: list[str], place: int) -> bool:
        """Whether it stands at this place among the words of a text."""
        *first, last = self.words
        end = place + len(first)
        if found[place:end] != first or end >= len(found):
            return False
        return found[end].startswith(last) if self.is_open else found[end] == last


class Wanted(NamedTuple):
    """A term, and the words of the index that will do as well."""

    term: Term
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Query:
    """What was typed, and what is looked for: stories that have every term."""

    text: str
    terms: tuple[Term, ...]
    is_cut: bool = False

    def __bool__(self) -> bool:
        return bool(self.terms)


def read(text: str) -> Query:
    """Never refuses: signs that are no letters and no figures stand between words."""
    shown = text[:LONGEST].replace("\0", " ").strip()
    terms = list(dict.fromkeys(_terms(shown)))
    is_cut = len(text.strip()) > LONGEST or len(terms) > MOST_TERMS
    return Query(shown, tuple(terms[:MOST_TERMS]), is_cut)


def _terms(text: str) -> Iterator[Term]:
    """Every second part between marks of quotation is a phrase, also when the last is missing."""
    for place, part in enumerate(QUOTES.split(text)):
        is_last = text.endswith(part)
        if place % 2:
            yield from _term(part, is_open=False)
            continue
        pieces = part.split()
        for number, piece in enumerate(pieces, start=1):
            is_typed_last = is_last and number == len(pieces)
            yield from _term(piece, is_open=is_typed_last or piece.endswith("*"))


def _term(piece: str, *, is_open: bool) -> Iterator[Term]:
    """What is written without a space, as in “half-time”, stands side by side in the text."""
    found = tuple(words.of(piece)[:LONGEST_PHRASE])
    if found:
        yield Term(found, is_open and len(found[-1]) >= SHORTEST_BEGINNING)
