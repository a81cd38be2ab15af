"""Tiles as in C2SP tlog-tiles, sections "Merkle Tree" and "Partial Tiles".

A tile of level L holds up to 256 nodes of the tree's level 8 * L, side by side. Entry bundles
(`bundles`) have the same paths, with `entries` in place of the level.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plaudit.tlog.hashes import HASH_SIZE, MOST_LEAVES, root_hash
from plaudit.tlog.refused import Malformed, NotProved

WIDTH = 256
HEIGHT = 8  # 2**8 is the width
MOST_LEVELS = 64
ENTRIES = -1  # stands for the level in the path of an entry bundle
KEPT = 128  # tiles that a reader remembers: 1 MiB, more than two proofs touch

NodeReader = Callable[[int, int], bytes]  # (level, index) -> the hash of that node
TileReader = Callable[["Tile"], bytes]

# Seventeen digits are enough for every tile of the largest log.
_PATH = re.compile(
    r"tile/(?:entries|(?P<level>0|[1-9][0-9]?))/(?P<index>(?:x[0-9]{3}/){0,5}[0-9]{3})"
    r"(?:\.p/(?P<width>[1-9][0-9]{0,2}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Tile:
    """A tile, or an entry bundle where the level is ENTRIES."""

    level: int
    index: int
    width: int = WIDTH

    @property
    def is_full(self) -> bool:
        return self.width == WIDTH

    @property
    def start(self) -> int:
        """The index of its first node among those of its level, or of its first entry."""
        return self.index * WIDTH

    @property
    def path(self) -> str:
        """Its path below the log's prefix, without a slash in front."""
        name = "entries" if self.level == ENTRIES else str(self.level)
        partial = "" if self.is_full else f".p/{self.width}"
        return f"tile/{name}/{_in_threes(self.index)}{partial}"


def _in_threes(index: int) -> str:
    """1234067 is x001/x234/067."""
    digits = str(index)
    digits = "0" * (-len(digits) % 3) + digits
    groups = [digits[at : at + 3] for at in range(0, len(digits), 3)]
    return "/".join([*(f"x{group}" for group in groups[:-1]), groups[-1]])


def parse_path(path: str) -> Tile:
    """The tile at a path below the log's prefix. Raises Malformed where no log could have one."""
    match = _PATH.fullmatch(path)
    if not match:
        raise Malformed(f"This is not the path of a tile: {path[:80]!r}.")
    level = ENTRIES if match["level"] is None else int(match["level"])
    index = int(re.sub("[x/]", "", match["index"]))
    tile = Tile(level, index, int(match["width"] or WIDTH))
    is_possible = (
        level < MOST_LEVELS
        and tile.width <= WIDTH
        and tile.start << HEIGHT * max(level, 0) < MOST_LEAVES
    )
    if not is_possible or tile.path != path:
        raise Malformed(f"No log has a tile at this path: {path[:80]!r}.")
    return tile


def of_size(size: int) -> Iterator[Tile]:
    """Every tile of a tree of this size, level by level from the left; no entry bundles."""
    return between(0, size)


def between(old: int, new: int) -> Iterator[Tile]:
    """The tiles that a tree of size `new` has and one of size `old` has not, or not as wide."""
    level = 0
    while new >> HEIGHT * level:
        yield from _row(level, old >> HEIGHT * level, new >> HEIGHT * level)
        level += 1


def bundles_between(old: int, new: int) -> Iterator[Tile]:
    """The entry bundles likewise; from 0 on they are all."""
    return _row(ENTRIES, old, new)


def _row(level: int, old: int, new: int) -> Iterator[Tile]:
    if old < new:
        for index in range(old // WIDTH, new // WIDTH):
            yield Tile(level, index)
        if new % WIDTH:
            yield Tile(level, new // WIDTH, new % WIDTH)


def holding(level: int, index: int, size: int) -> Tile:
    """The tile, as wide as a tree of this size has it, from which a node is read.
    Raises NotProved if a tree of this size does not have the node."""
    if level < 0 or index < 0 or (index + 1) << level > size:
        raise NotProved(f"A tree of size {size} has no node {index} at level {level}.")
    tile_level, within = divmod(level, HEIGHT)
    tile_index = index << within >> HEIGHT
    return Tile(
        tile_level, tile_index, min(WIDTH, (size >> HEIGHT * tile_level) - tile_index * WIDTH)
    )


def node_reader(read: TileReader, size: int) -> NodeReader:
    """Nodes of a tree of this size out of its tiles. Of tiles that were not checked before, the
    answers are no better than their source: what is proved with them has to be verified.

    Raises Malformed for a tile that has not its size in bytes, NotProved for a node that is not
    there yet.
    """

    @lru_cache(KEPT)
    def hashes_of(tile: Tile) -> list[bytes]:
        return hashes_in(tile, read(tile))

    def node(level: int, index: int) -> bytes:
        tile = holding(level, index, size)
        within = level % HEIGHT
        first = (index << within) - tile.start
        return root_hash(hashes_of(tile)[first : first + (1 << within)])

    return node


def hashes_in(tile: Tile, data: bytes) -> list[bytes]:
    """The hashes of a tile's bytes. Raises Malformed if they are not as many as it is wide."""
    if len(data) != tile.width * HASH_SIZE:
        raise Malformed(
            f"{tile.path} has {len(data)} bytes; {tile.width} hashes have {tile.width * HASH_SIZE}."
        )
    return [data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)]


def rendered(tile: Tile, node: NodeReader) -> bytes:
    """A tile's bytes out of the tree's nodes."""
    level = tile.level * HEIGHT
    return b"".join(node(level, tile.start + at) for at in range(tile.width))
