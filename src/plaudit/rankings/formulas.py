"""The arithmetic of the lists: pure functions, integers in and out. Stated in docs/spec/lists.md.

Time is Unix seconds and slots of ten minutes, as ballots carry them.
"""

import math
from collections.abc import Mapping
from functools import lru_cache

SLOT_SECONDS = 600
DOUBLING_SECONDS = 3 * 3600  # what every doubling of (1 + points) is worth on the front page
SLOTS: Mapping[str, int] = {"trending": 144, "hot": 7 * 144, "popular": 30 * 144}
LAST_HOUR_SLOTS = 6


@lru_cache(maxsize=65_536)
def head_start(points: int) -> int:
    """How many seconds newer a story counts for its points; older, for points below zero.

    The whole part of 3 h x log2(1 + |points|). Exactly: the largest integer n with
    2^n <= (1 + |points|)^10800.
    """
    seconds = math.floor(DOUBLING_SECONDS * math.log2(1 + abs(points)))
    return seconds if points >= 0 else -seconds


def freshness(published_at: int, points: int) -> int:
    """Where a story stands on the front page: higher is further up. Time does not change it."""
    return published_at + head_start(points)


def slot_of(second: int) -> int:
    return second // SLOT_SECONDS


def first_slot(window: str, second: int) -> int:
    """The first slot inside a window at a moment; the running slot is its last."""
    return slot_of(second) - SLOTS[window] + 1


def last_hour(second: int) -> int:
    """The first slot of the last hour; the running slot is its sixth."""
    return slot_of(second) - LAST_HOUR_SLOTS + 1
