"""The Merkle tree of RFC 6962, section 2.1, over SHA-256, and how it grows.

A *node* is a complete subtree: (level, index) covers the leaves from index * 2**level on, 2**level
of them. A node never changes again once it is there, so it is what a log stores.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from plaudit.tlog.refused import Malformed

HASH_SIZE = 32
MOST_LEAVES = 2**62  # so that no proof is longer than the 63 hashes that witnesses take
EMPTY_ROOT = sha256(b"").digest()


def leaf_hash(data: bytes) -> bytes:
    return sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """The same as leaf_hash of each, at the speed of one loop."""
    return [sha256(b"\x00" + data).digest() for data in entries]


def parents(row: Sequence[bytes]) -> list[bytes]:
    """The nodes above neighbouring nodes, of which the first has an even index; a last odd one
    has no parent yet."""
    pairs = zip(row[::2], row[1::2], strict=False)
    return [sha256(b"\x01" + left + right).digest() for left, right in pairs]


def root_hash(leaves: Sequence[bytes]) -> bytes:
    """The root over leaf hashes. Row by row it is the tree that RFC 6962 defines by splitting at
    the largest power of two: a last odd node waits for the row in which it has a neighbour."""
    row = list(leaves)
    while len(row) > 1:
        last = row[-1:] if len(row) % 2 else []
        row = parents(row) + last
    return row[0] if row else EMPTY_ROOT


def fold(hashes: Sequence[bytes]) -> bytes:
    """The root of subtrees that stand side by side, each at most as large as the one before."""
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for left in hashes[-2::-1]:
        root = node_hash(left, root)
    return root


def edge_levels(size: int) -> list[int]:
    """The levels of the nodes that a tree of this size consists of, from left to right."""
    return [level for level in reversed(range(size.bit_length())) if size >> level & 1]


Node = tuple[int, int, bytes]  # level, index, hash


class Run(NamedTuple):
    """Neighbouring nodes of one level that came into being: those from index `start` on."""

    level: int
    start: int
    hashes: list[bytes]

    def nodes(self) -> Iterator[Node]:
        for index, value in enumerate(self.hashes, self.start):
            yield self.level, index, value


class Frontier:
    """The right edge of a tree: all that is needed to append to it and to know its root."""

    def __init__(self, size: int = 0, hashes: Sequence[bytes] = ()) -> None:
        """`hashes` are the nodes at `edge_levels(size)`, as the property of that name gave them.
        Raises Malformed if they are not as many as the size has."""
        levels = edge_levels(size)
        if not 0 <= size <= MOST_LEAVES:
            raise Malformed(f"A tree cannot have {size} leaves.")
        if len(levels) != len(hashes) or any(len(value) != HASH_SIZE for value in hashes):
            raise Malformed(
                f"The edge of a tree of size {size} is {len(levels)} hashes of {HASH_SIZE} bytes."
            )
        self.size = size
        self._edge = dict(zip(levels, hashes, strict=True))

    @property
    def hashes(self) -> tuple[bytes, ...]:
        return tuple(self._edge[level] for level in edge_levels(self.size))

    def root(self) -> bytes:
        return fold(self.hashes)

    def append(self, leaf: bytes) -> list[Node]:
        """Append one leaf hash; the new nodes, from the leaf upwards."""
        return [node for run in self.extend([leaf]) for node in run.nodes()]

    def extend(self, leaves: Sequence[bytes]) -> list[Run]:
        """Append leaf hashes; the new nodes of each level, from the leaves upwards."""
        if any(len(leaf) != HASH_SIZE for leaf in leaves):
            raise Malformed(f"A leaf hash has {HASH_SIZE} bytes.")
        if self.size + len(leaves) > MOST_LEAVES:
            raise Malformed(f"A tree has at most {MOST_LEAVES} leaves.")
        runs: list[Run] = []
        row, start = list(leaves), self.size
        while row:
            level = len(runs)
            runs.append(Run(level, start, row))
            if start % 2:
                row = [self._edge.pop(level), *row]
            if len(row) % 2:
                self._edge[level] = row[-1]
            row, start = parents(row), start // 2
        self.size += len(leaves)
        return runs
