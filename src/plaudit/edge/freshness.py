"""When what a page shows last changed: a table of times in memory that all processes share.

A page names the keys of what it shows. Whoever learns that something changed marks its key; a page
whose rendering began before that is stale. Keys are hashed into slots, so two may share one: then a
page is rendered once too often, never once too seldom. Times are nanoseconds of the machine's
monotonic clock, which all its processes read alike; the table lives as long as one `plaudit run`.
"""

import fcntl
import hashlib
import mmap
import os
import time
from collections.abc import Iterable
from pathlib import Path

SLOTS = 1 << 20
STALE, GONE = 0, 1  # the two columns: may be shown a moment longer; must not be shown
COLUMNS = 2
ITEM = 8  # bytes: what a processor reads and writes at once
SIZE = (1 + SLOTS * COLUMNS) * ITEM  # the first item is when anything was marked last


class Freshness:
    """A file, mapped. Written under a lock, read without one. OSError if it finds no room."""

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        # No holes: to write into one on a full disk kills the process (SIGBUS). Memory is used
        # only for slots that were marked.
        os.posix_fallocate(self._file, 0, SIZE)
        self._memory = mmap.mmap(self._file, SIZE)
        self._times = memoryview(self._memory).cast("Q")

    @property
    def moved_at(self) -> int:
        """Changes whenever anything was marked."""
        return self._times[0]

    def mark(self, keys: Iterable[str], column: int = STALE) -> None:
        """What these keys stand for has changed, visibly to whoever reads it from now on."""
        places = [1 + slot * COLUMNS + column for slot in slots_of(keys)]
        if not places:
            return
        fcntl.flock(self._file, fcntl.LOCK_EX)
        try:
            now = time.monotonic_ns()  # under the lock, so that times never run backwards
            for place in places:
                self._times[place] = now
            self._times[0] = now
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def latest(self, slots: Iterable[int], column: int) -> int:
        """When one of these was marked last; 0 for never."""
        times = self._times
        return max((times[1 + slot * COLUMNS + column] for slot in slots), default=0)

    def close(self) -> None:
        self._times.release()
        self._memory.close()
        os.close(self._file)


def slots_of(keys: Iterable[str]) -> list[int]:
    return [
        int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "little") % SLOTS
        for key in keys
    ]
