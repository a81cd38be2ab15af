"""Words that stand side by side, as numbers, by which PostgreSQL finds phrases.

Its index knows which stories have a word, not where, so that it would look into every story that
has all of a phrase's words. Each two and three words of a text in a row have a number; there are so
few numbers that their lists stay short to keep, and so many that hardly a story has one by chance.
Whether a phrase stands in a story is always seen in the story's words.
"""

from collections.abc import Iterable, Iterator, Sequence
from zlib import crc32

from plaudit.search.queries import Term

BUCKETS = 1 << 18  # numbers there are; a power of two. Another one needs all stories taken in anew


def of(found: Sequence[str], edge: str) -> list[int]:
    """The numbers of a text; none reaches across an edge."""
    return sorted(set(_numbers(found, 2, edge)) | set(_numbers(found, 3, edge)))


def sought(terms: Iterable[Term]) -> list[int]:
    """Those that a story has in which all the phrases stand. A word that may go on is in none."""
    wanted: set[int] = set()
    for term in terms:
        whole = term.words[:-1] if term.is_open else term.words
        wanted.update(_numbers(whole, min(len(whole), 3)) if len(whole) > 1 else ())
    return sorted(wanted)


def _numbers(found: Sequence[str], length: int, edge: str = "") -> Iterator[int]:
    for run in zip(*(found[first:] for first in range(length)), strict=False):
        if edge not in run:
            yield crc32(" ".join(run).encode()) % BUCKETS
