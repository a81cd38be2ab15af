"""The recount: every bundle in order, rebuilt as a tree and replayed as points at once.

It can go on from one checkpoint to a later one without beginning anew.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from plaudit.auditor.shelf import Progress, Shelf
from plaudit.auditor.tolerance import leaves_about
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.tlog import bundles, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import Frontier, leaf_hashes
from plaudit.tlog.rebuilding import Rebuilding
from plaudit.tlog.refused import NotProved
from plaudit.tlog.tiles import ENTRIES, WIDTH, Tile

KEPT = 8  # bundles that are remembered decoded, for leaves that moderators point at


class TwoHistories(NotProved):
    """The log does not continue the one whose checkpoint was kept."""


class Counting:
    def __init__(
        self, shelf: Shelf, progress: Progress, *, kept: Checkpoint | None, wanted: Sequence[bytes]
    ) -> None:
        """`kept` is the checkpoint that the log has to continue; `wanted` are leaves to find."""
        self.replay = Replay(self.entry)
        self.indices: dict[bytes, int] = {}  # of the wanted leaves that were found
        self.broken: RuleBroken | None = None
        self._shelf = shelf
        self._progress = progress
        self._kept = kept
        self._wanted = set(wanted)
        self._solid = Frontier()  # the tree up to the last full bundle
        self._last: tuple[int, list[bytes]] = (0, [])  # the bundle in hand: its start, its entries
        self._entries = lru_cache(KEPT)(self._decoded)

    @property
    def size(self) -> int:
        return self._last[0] + len(self._last[1])

    def advance(self, checkpoint: Checkpoint) -> Counter[str]:
        """Count up to this checkpoint, of which the size is not below the present one. The first
        time nothing is returned; later, how many leaves came about each subject.

        Raises NotProved or Malformed if its bytes are not one tree, naming what differs;
        TwoHistories; RuleBroken if its leaves are as they were signed, but cannot be counted.
        """
        start, is_first = self._solid.size, self.size == 0
        self._shelf.fetch(start, checkpoint.size, self._progress)
        rebuilding = Rebuilding(self._shelf.read, Frontier(start, self._solid.hashes))
        fork: TwoHistories | None = None
        came: Counter[str] = Counter()
        for bundle in tiles.bundles_between(start, checkpoint.size):
            before = Frontier(rebuilding.tree.size, rebuilding.tree.hashes)
            entries = rebuilding.take(bundle, self._shelf.read(bundle))
            fork = fork or self._against_kept(before, entries)
            new = self._look_at(bundle, entries)
            if not is_first:
                came += leaves_about(new)
            self._solid = rebuilding.tree if bundle.is_full else before
            self._progress("Counting", bundle.start + bundle.width, checkpoint.size)
        rebuilding.finish(checkpoint)
        if fork:
            raise fork
        if self.broken:
            raise self.broken
        return came

    def entry(self, index: int) -> bytes:
        """The bytes of a leaf that was counted."""
        start, entries = self._last
        if index >= start:
            return entries[index - start]
        return self._entries(index // WIDTH)[index % WIDTH]

    def _look_at(self, bundle: Tile, entries: list[bytes]) -> list[bytes]:
        """Take the entries of a bundle; the new ones among them."""
        seen = self.size - bundle.start  # entries that were taken when the bundle was shorter
        if seen and entries[:seen] != self._last[1]:
            raise NotProved(f"{bundle.path} does not begin as it did when it was shorter.")
        self._last = bundle.start, entries
        if self._wanted:
            found = enumerate(entries, bundle.start)
            self.indices |= {data: index for index, data in found if data in self._wanted}
        new = entries[seen:] if seen else entries
        if self.broken is None:
            try:
                self.replay.feed(new)
            except RuleBroken as broken:
                self.broken = broken  # if bytes were changed, `finish` has more to say
        return new

    def _against_kept(self, before: Frontier, entries: list[bytes]) -> TwoHistories | None:
        kept = self._kept
        if kept is None or not before.size < kept.size <= before.size + len(entries):
            return None
        before = Frontier(before.size, before.hashes)
        before.extend(leaf_hashes(entries[: kept.size - before.size]))
        if before.root() == kept.root:
            return None
        return TwoHistories(
            f"The first {kept.size:,} leaves have the root {before.root().hex()} now; "
            f"the checkpoint that was kept says {kept.root.hex()}."
        )

    def _decoded(self, index: int) -> list[bytes]:
        bundle = Tile(ENTRIES, index)
        return bundles.decode(self._shelf.read(bundle), WIDTH)
