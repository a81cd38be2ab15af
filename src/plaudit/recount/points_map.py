"""The Merkle tree over all subjects and their points, in the order of their ids.

Its root stands in the log now and then, so that one subject's points can be proved without a
recount. It is a tree as the log's is: `Points.entry` of each subject are its entries.
"""

from bisect import bisect_left
from collections.abc import Mapping

from plaudit.tlog import proofs
from plaudit.tlog.hashes import EMPTY_ROOT, leaf_hash, node_hash, parents


class PointsMap:
    """Kept from root to root: what neither changed nor moved is not hashed again."""

    def __init__(self) -> None:
        self.abouts: list[str] = []
        self._rows: list[list[bytes]] = [[]]  # the leaf hashes, and above them their parents

    def update(self, entries: Mapping[str, bytes]) -> None:
        """Put in the entries of these subjects, in place of those they had."""
        new = sorted(about for about in entries if self.index(about) is None)
        first = bisect_left(self.abouts, new[0]) if new else len(self.abouts)
        self._make_room(first, new)
        changed = set()
        for about, entry in entries.items():
            at = bisect_left(self.abouts, about)
            self._rows[0][at] = leaf_hash(entry)
            changed.add(at)
        self._raise_rows(first, changed)

    def root(self) -> bytes:
        size = len(self.abouts)
        return proofs.range_root(0, size, self.node) if size else EMPTY_ROOT

    def node(self, level: int, index: int) -> bytes:
        """A complete subtree's hash, as `proofs.inclusion_proof` asks for it."""
        return self._rows[level][index]

    def index(self, about: str) -> int | None:
        """Which entry of the tree is this subject's, if one is."""
        at = bisect_left(self.abouts, about)
        return at if self.abouts[at : at + 1] == [about] else None

    def _make_room(self, first: int, new: list[str]) -> None:
        moved = self.abouts[first:]
        hashes = dict(zip(moved, self._rows[0][first:], strict=True))
        self.abouts[first:] = sorted(moved + new)
        self._rows[0][first:] = [hashes.get(about, b"") for about in self.abouts[first:]]

    def _raise_rows(self, first: int, changed: set[int]) -> None:
        """Make anew what is above the leaves from the first that moved on, and above the others
        that changed."""
        for level, below in enumerate(self._rows):
            if len(below) < 2:
                break
            if level + 1 == len(self._rows):
                self._rows.append([])
            above = self._rows[level + 1]
            first //= 2
            above[first:] = parents(below[2 * first :])
            changed = {at // 2 for at in changed if at // 2 < first}
            for at in changed:
                above[at] = node_hash(below[2 * at], below[2 * at + 1])
