"""The log's tiles and bundles: fetched from a site, several at once, and kept on the disk.

What was fetched is not fetched again, not after an interruption either. What comes from here is
no better than its source: whoever reads it has to check it.
"""

from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Protocol

from plaudit.auditor.memory import Memory
from plaudit.auditor.sources import LEDGER, Missing, Source
from plaudit.tlog import bundles, tiles
from plaudit.tlog.hashes import HASH_SIZE
from plaudit.tlog.tiles import ENTRIES, WIDTH, Tile

Progress = Callable[[str, int, int], None]


class Shelf(Protocol):
    def fetch(self, old: int, new: int, progress: Progress) -> None:
        """Have ready what a log of size `new` has and one of size `old` has not."""
        ...

    def read(self, tile: Tile) -> bytes:
        """Raises Missing, Unreachable or Refused."""
        ...

    def forget(self, size: int) -> bool:
        """Forget what an earlier audit had fetched of a log of this size. False: there is none."""
        ...


class Direct:
    """Files in a folder, read when they are needed."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def fetch(self, old: int, new: int, progress: Progress) -> None:
        """Nothing to do."""

    def read(self, tile: Tile) -> bytes:
        return self._source.read(LEDGER + tile.path, most_bytes(tile))

    def forget(self, size: int) -> bool:
        return False


class Kept:
    """A site's files: full ones on the disk, the few partial ones in memory."""

    def __init__(self, source: Source, memory: Memory) -> None:
        self._source = source
        self._memory = memory
        self._partial: dict[Tile, bytes] = {}
        self._is_remembering = False  # whether anything is of an earlier audit

    def fetch(self, old: int, new: int, progress: Progress) -> None:
        wanted = [*tiles.bundles_between(old, new), *tiles.between(old, new)]
        missing = [tile for tile in wanted if not self._memory.has_tile(tile)]
        if old == 0:
            self._is_remembering = len(missing) < len(wanted)
        self._partial = {}
        done = len(wanted) - len(missing)
        with ThreadPoolExecutor(self._source.workers) as pool:
            try:
                waiting: set[Future[bytes]] = set()
                for tile in missing:
                    waiting.add(pool.submit(self._get, tile))
                    if len(waiting) > 4 * self._source.workers:
                        done += self._settle(waiting)
                        progress("Downloading", done, len(wanted))
                while waiting:
                    done += self._settle(waiting)
                    progress("Downloading", done, len(wanted))
            finally:
                pool.shutdown(wait=False, cancel_futures=True)

    def read(self, tile: Tile) -> bytes:
        return self._partial.get(tile) or self._memory.tile(tile) or self._get(tile)

    def forget(self, size: int) -> bool:
        if not self._is_remembering:
            return False
        for tile in (*tiles.bundles_between(0, size), *tiles.of_size(size)):
            self._memory.forget_tile(tile)
        return True

    def _settle(self, waiting: set[Future[bytes]]) -> int:
        """Wait for one reading at least; how many are done. What they raised comes through."""
        done, _ = wait(waiting, return_when=FIRST_COMPLETED)
        for future in done:
            future.result()
        waiting -= done
        return len(done)

    def _get(self, tile: Tile) -> bytes:
        data = self._fetched(tile)
        if tile.is_full:
            self._memory.keep_tile(tile, data)
        else:
            self._partial[tile] = data
        return data

    def _fetched(self, tile: Tile) -> bytes:
        try:
            return self._source.read(LEDGER + tile.path, most_bytes(tile))
        except Missing as missing:
            if tile.is_full:
                raise
            return self._cut(tile, missing)

    def _cut(self, tile: Tile, missing: Missing) -> bytes:
        """C2SP tlog-tiles, "Partial Tiles": once the full one is there, they may be gone."""
        full = Tile(tile.level, tile.index)
        try:
            data = self._source.read(LEDGER + full.path, most_bytes(full))
        except Missing:
            raise missing from None
        return cut(tile, data)


def most_bytes(tile: Tile) -> int:
    return bundles.MOST_BUNDLE_BYTES if tile.level == ENTRIES else WIDTH * HASH_SIZE


def cut(tile: Tile, full: bytes) -> bytes:
    """A partial tile or bundle out of the full one."""
    if tile.level == ENTRIES:
        return bundles.encode(bundles.decode(full, WIDTH)[: tile.width])
    return full[: tile.width * HASH_SIZE]
