"""In what order an answer stands: a rule that fits into a sentence, and the same on any database.

Each term counts for the best place it has in a story: the headline before the dek, the dek before
the text, and a whole word before the beginning of one. The newest comes first among equals.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from plaudit.search.queries import Term

HEADLINE, DEK = 16, 4
IS_BEGINNING = 1  # so much less


class Candidate(NamedTuple):
    """A story that matches: its words with a space before and behind each."""

    place: int
    headline: str
    dek: str


def best_first(candidates: Iterable[Candidate], terms: Sequence[Term]) -> list[int]:
    """The places, in the order of the answer."""
    ranked = sorted((-rank(found, terms), -found.place) for found in candidates)
    return [-place for _, place in ranked]


def rank(found: Candidate, terms: Sequence[Term]) -> int:
    return sum(_weight(found, *term.sought) for term in terms)


def _weight(found: Candidate, whole: str, begun: str) -> int:
    for words, weight in ((found.headline, HEADLINE), (found.dek, DEK)):
        if whole in words:
            return weight
        if begun and begun in words:
            return weight - IS_BEGINNING
    return 0
