"""Words to write stories of: made of syllables, used as unevenly as real ones; and names."""

import random
from collections.abc import Iterator
from itertools import accumulate

SYLLABLES = tuple(
    part + end
    for part in ("b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "w")
    for end in ("a", "el", "o")
)
SIZE = 60_000
COMMON = 200  # words, the short ones, that most stories have
FIRST = ("Ada", "Bea", "Cal", "Dora", "Emil", "Femi", "Grete", "Hugo", "Ines", "Jonas")
LAST = ("Quill", "Oduya", "Lind", "Kowalczyk", "Marsh", "Petrov", "Sato", "Tanaka", "Weber")


class Vocabulary:
    """The same words from a seed; `words[0]` is used most, `words[n]` 1/n as often (Zipf)."""

    def __init__(self, seed: int = 1) -> None:
        self._chance = random.Random(seed)
        self.words = list(self._made())
        self._weights = list(accumulate(1 / (place + 2) for place in range(SIZE)))

    def text(self, length: int) -> str:
        """So many words; now and then a name."""
        found = self._chance.choices(self.words, cum_weights=self._weights, k=length)
        if length > 20:
            name = f"{self._chance.choice(FIRST)} {self._chance.choice(LAST)}"
            found.insert(self._chance.randrange(length), name)
        return " ".join(found)

    def number(self, least: int, most: int) -> int:
        return self._chance.randint(least, most)

    def _made(self) -> Iterator[str]:
        seen: set[str] = set()
        while len(seen) < SIZE:
            syllables = 1 if len(seen) < len(SYLLABLES) else self._chance.choice((2, 2, 3, 3, 4))
            word = "".join(self._chance.choices(SYLLABLES, k=syllables))
            if word not in seen:
                seen.add(word)
                yield word
