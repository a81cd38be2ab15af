"""What stands out among a story's ballots: many of a kind in the same ten minutes. Pure."""

import re
from collections.abc import Sequence
from typing import NamedTuple, Self

FEWEST = 5
TIMES = 2  # as many as usual
SHOWN = 10
WRITTEN = re.compile(r"([0-9]{1,10})-([mgf])-(-1|1)", re.ASCII)


class Group(NamedTuple):
    """The ballots of one class and value that were cast in one slot, and how many they are."""

    slot: int
    kind: str
    value: int
    size: int = 0

    @property
    def key(self) -> str:
        """As it stands in an address or a form."""
        return f"{self.slot}-{self.kind}-{self.value}"

    @classmethod
    def read(cls, key: str) -> Self | None:
        """What `key` wrote; None for anything else."""
        found = WRITTEN.fullmatch(key)
        return cls(int(found[1]), found[2], int(found[3])) if found else None


def usual(groups: Sequence[Group]) -> int:
    """How large a group is: half of them are no larger."""
    counts = sorted(group.size for group in groups)
    return counts[(len(counts) - 1) // 2] if counts else 0


def bursts(groups: Sequence[Group]) -> list[Group]:
    """The groups that stand out, the largest first. Of a story with one group it does."""
    least = max(FEWEST, TIMES * usual(groups)) if len(groups) > 1 else FEWEST
    found = [group for group in groups if group.size >= least]
    return sorted(found, key=lambda group: -group.size)[:SHOWN]
