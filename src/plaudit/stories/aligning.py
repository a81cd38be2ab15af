"""What in two sequences belongs together. Pure."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

ALIKE = 0.4  # the share of words in common from which on a passage is the other one, changed


def alike_at_the_ends(old: Sequence[str], new: Sequence[str]) -> tuple[int, int]:
    """How many at the beginning, and of the rest at the end, are the same in both."""
    most = min(len(old), len(new))
    start = 0
    while start < most and old[start] == new[start]:
        start += 1
    end = 0
    while end < most - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where both have what each has but once: the most of those that stand in the same order."""
    once = _once(new)
    found = [(i, once[word]) for word, i in _once(old).items() if word in once]
    lowest: list[int] = []  # the last of the rising sequence of each length
    ends: list[int] = []  # and which of those found it is
    before: list[int] = []
    for place, (_, j) in enumerate(found):
        length = bisect_left(lowest, j)
        before.append(ends[length - 1] if length else -1)
        lowest[length : length + 1] = [j]
        ends[length : length + 1] = [place]
    chosen, place = [], ends[-1] if ends else -1
    while place >= 0:
        chosen.append(found[place])
        place = before[place]
    return chosen[::-1]


def _once(words: Sequence[str]) -> dict[str, int]:
    """Where each of those stands that occur but once, in order."""
    counts = Counter(words)
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that both have: Dice's coefficient, 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def heaviest(table: list[list[float]], rows: int, columns: int) -> list[tuple[int, int]]:
    """The pairs, rising in both, whose likenesses add up to the most; each at least ALIKE."""
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            paired = table[i][j] + best[i + 1][j + 1] if table[i][j] >= ALIKE else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    chosen, i, j = [], 0, 0
    while i < rows and j < columns:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            chosen.append((i, j))
            i, j = i + 1, j + 1
    return chosen
