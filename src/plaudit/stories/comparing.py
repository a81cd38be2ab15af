"""Two texts compared word by word, for people. Pure, and bounded in time whatever the texts are.

What two texts begin and end with alike is found first, in one pass. Only what is between is
compared in earnest, as long as the budget lasts; what is beyond it is shown as one piece taken
out and one put in, which is true and merely less handy.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from plaudit.stories import aligning

SAME, OUT, IN = "same", "out", "in"
BUDGET = 4_000_000  # pairs of words, or of passages, that one comparison looks at
# Chinese and Japanese write no spaces between words: there a word is a character.
UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{UNSPACED}]\s*|[^\s{UNSPACED}]+\s*")
SMALL = 40_000  # pairs; from there on what occurs but once parts the rest into smaller pieces
DEEPEST = 6
AROUND = 40  # words of an unchanged stretch that are shown beside a change
GAP, SPACE = "… ", " "


class Piece(NamedTuple):
    """A stretch of words: the same in both texts, taken out (`OUT`) or put in (`IN`)."""

    kind: str
    text: str

    @property
    def words(self) -> str:
        return self.text.rstrip()

    @property
    def space(self) -> str:
        """What stands after the words, up to the next piece."""
        return self.text[len(self.words) :]


class Stretch(NamedTuple):
    """From where to where in each of two sequences, and whether it is the same in both."""

    is_same: bool
    i1: int
    i2: int
    j1: int
    j2: int


Pair = tuple[str | None, str | None]


class Comparison:
    """One comparison, with one budget for all its texts."""

    def __init__(self, budget: int = BUDGET) -> None:
        self._left = budget

    def pieces(self, before: str, after: str) -> list[Piece]:
        """The pieces of two texts: those that are the same or out make up the first, but for
        spaces, those that are the same or in make up the second.
        """
        old, new = WORD.findall(before.strip() + SPACE), WORD.findall(after.strip() + SPACE)
        keys = [word.strip() for word in old], [word.strip() for word in new]
        found: list[Piece] = []
        for is_same, stretches in groupby(self._stretches(*keys), attrgetter("is_same")):
            where = list(stretches)
            out = "".join("".join(old[it.i1 : it.i2]) for it in where)
            put_in = "".join("".join(new[it.j1 : it.j2]) for it in where)
            told = [(SAME, put_in)] if is_same else [(OUT, out), (IN, put_in)]
            found += [Piece(kind, text) for kind, text in told if text]
        return found

    def pairs(self, before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
        """Which passage became which; None where there was none, or where none is left."""
        for it in self._stretches(before, after):
            old, new = before[it.i1 : it.i2], after[it.j1 : it.j2]
            yield from zip(old, new, strict=True) if it.is_same else self._alike(old, new)

    def _stretches(
        self, old: Sequence[str], new: Sequence[str], at: tuple[int, int] = (0, 0), depth: int = 0
    ) -> Iterator[Stretch]:
        i, j = at
        start, end = aligning.alike_at_the_ends(old, new)
        until_old, until_new = len(old) - end, len(new) - end
        if start:
            yield Stretch(True, i, i + start, j, j + start)
        middle = old[start:until_old], new[start:until_new]
        yield from self._between(*middle, (i + start, j + start), depth)
        if end:
            yield Stretch(True, i + until_old, i + len(old), j + until_new, j + len(new))

    def _between(
        self, old: Sequence[str], new: Sequence[str], at: tuple[int, int], depth: int
    ) -> Iterator[Stretch]:
        if not (old or new):
            return
        i, j = at
        anchors = (
            aligning.anchors(old, new) if len(old) * len(new) > SMALL and depth < DEEPEST else []
        )
        if anchors:
            yield from self._around(old, new, anchors, at, depth)
        elif old and new and self._can_afford(len(old) * len(new)):
            for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, False).get_opcodes():
                yield Stretch(tag == "equal", i + i1, i + i2, j + j1, j + j2)
        else:
            yield Stretch(False, i, i + len(old), j, j + len(new))

    def _around(
        self,
        old: Sequence[str],
        new: Sequence[str],
        anchors: list[tuple[int, int]],
        at: tuple[int, int],
        depth: int,
    ) -> Iterator[Stretch]:
        """What is between and after the anchors, each of which is the same in both."""
        i = j = 0
        for k, m in [*anchors, (len(old), len(new))]:
            yield from self._stretches(old[i:k], new[j:m], (at[0] + i, at[1] + j), depth + 1)
            if k < len(old):
                yield Stretch(True, at[0] + k, at[0] + k + 1, at[1] + m, at[1] + m + 1)
            i, j = k + 1, m + 1

    def _alike(self, old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
        """Pairs such that the passages have most in common, in the order of both."""
        chosen = self._chosen(old, new)
        i = j = 0
        for k, m in [*chosen, (len(old), len(new))]:
            yield from ((passage, None) for passage in old[i:k])
            yield from ((None, passage) for passage in new[j:m])
            if k < len(old):
                yield old[k], new[m]
            i, j = k + 1, m + 1

    def _chosen(self, old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
        words = (
            [Counter(WORD.findall(text)) for text in old],
            [Counter(WORD.findall(text)) for text in new],
        )
        cost = len(new) * sum(map(len, words[0])) + len(old) * sum(map(len, words[1]))
        if not self._can_afford(cost):
            return []
        likeness = [[aligning.likeness(one, other) for other in words[1]] for one in words[0]]
        return aligning.heaviest(likeness, len(old), len(new))

    def _can_afford(self, cost: int) -> bool:
        if cost > self._left:
            return False
        self._left -= cost
        return True


def shortened(pieces: Sequence[Piece]) -> list[Piece]:
    """The same with long unchanged stretches cut down to what stands beside a change."""
    last = len(pieces) - 1
    return [
        Piece(SAME, _cut(piece.text, place > 0, place < last)) if piece.kind == SAME else piece
        for place, piece in enumerate(pieces)
    ]


def _cut(text: str, is_after: bool, is_before: bool) -> str:
    words = WORD.findall(text)
    if len(words) <= 2 * AROUND:
        return text
    first = words[:AROUND] if is_after else []
    last = words[-AROUND:] if is_before else []
    return "".join([*first, GAP, *last])
