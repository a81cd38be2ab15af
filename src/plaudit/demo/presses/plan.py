"""How an archive spreads: its stories over the years, its ballots over the stories."""

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from plaudit.demo import turnout
from plaudit.demo.chance import Chance

LONGEST_PAPER = 2_000  # stories that are published one by one
BUSIEST_PAPER = 1_000_000  # ballots that are cast one by one
WRITTEN = 40  # what is published one by one of a site that has an archive
CAST_SHARE, MOST_CAST = 0.05, 200_000  # and what is cast one by one
LONGEST_HOURS = 20 * 365.25 * 24
HOURS_APART = 1.0
LUCK, MOST_LUCK = 1.2, 200.0  # a few stories are read by everybody, most by hardly anyone
LEAST_SHARE = 0.001  # of its readers must have come before anybody gives a point


class Sizes(NamedTuple):
    """How many stories and ballots there are to be."""

    stories: int
    ballots: int


class Copy(NamedTuple):
    """One story of the archive: of which original, how old, how many points up and down."""

    number: int
    original: int
    age: float
    up: int
    down: int


def divide(wanted: Sizes) -> tuple[Sizes, Sizes]:
    """What is made the way a newspaper does, and what is printed in bulk (nothing, as a rule)."""
    is_large = wanted.stories > LONGEST_PAPER or wanted.ballots > BUSIEST_PAPER
    if not is_large or wanted.stories <= WRITTEN:
        return wanted, Sizes(0, 0)
    cast = min(round(wanted.ballots * CAST_SHARE), MOST_CAST)
    return Sizes(WRITTEN, cast), Sizes(wanted.stories - WRITTEN, wanted.ballots - cast)


class Plan:
    """The whole archive, the oldest story first; a few numbers for each story in memory."""

    def __init__(
        self, sizes: Sizes, appeals: Sequence[float], controversies: Sequence[float], chance: Chance
    ) -> None:
        self._chance = chance
        self._controversies = controversies
        self._voters = sizes.ballots / (1 + turnout.CHANGED)  # who comes back casts one more
        apart = min(HOURS_APART, LONGEST_HOURS / max(sizes.stories, 1))
        places = range(sizes.stories, 0, -1)
        self._ages = array("d", (apart * (place - chance.random()) for place in places))
        self._originals = array("H", (chance.randrange(len(appeals)) for _ in places))
        self._weights = array(
            "d",
            (
                weight(appeals[original], age, chance)
                for original, age in zip(self._originals, self._ages, strict=True)
            ),
        )

    def __iter__(self) -> Iterator[Copy]:
        """Shares are rounded as they add up, so that none of the ballots is lost."""
        total, read = sum(self._weights) or 1.0, 0.0
        for number, share in enumerate(self._weights):
            before = int(read / total * self._voters)
            read += share
            count = int(read / total * self._voters) - before
            original = self._originals[number]
            down = int(count * self._controversies[original] + self._chance.random())
            yield Copy(number, original, self._ages[number], count - down, down)


def weight(appeal: float, age: float, chance: Chance) -> float:
    """How large a part of all readers comes to a story: 0 as long as there is hardly anybody."""
    luck = min(chance.paretovariate(LUCK), MOST_LUCK)
    come = turnout.came_by(age)
    return appeal**2 * come * luck if come >= LEAST_SHARE else 0.0
