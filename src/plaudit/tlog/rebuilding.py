"""A log rebuilt from its entries, bundle by bundle, and held against its tiles and checkpoint.

Nothing is trusted but the checkpoint's root: it says in the end which of two that differ was
changed. Memory is the right edge of the tree, however long the log.
"""

from plaudit.tlog import bundles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import HASH_SIZE, Frontier, leaf_hashes
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.tiles import HEIGHT, WIDTH, Tile, TileReader, hashes_in


class Rebuilding:
    """Feed it every bundle in order with `take`, then ask with `finish`.

    `read` gives a tile's bytes; what it raises comes through. To go on where an earlier rebuilding
    was proved, begin with the frontier it had at a multiple of 256: `tree` at such a moment. What
    was proved then is not read again.
    """

    def __init__(self, read: TileReader, tree: Frontier | None = None) -> None:
        self.tree = tree or Frontier()  # of the entries
        self.difference = ""  # the first, as a sentence: to stop at once, or to read on and judge
        self._read = read
        self._told: Frontier | None = None  # of the leaf hashes in the tiles, once they differ
        self._at_leaf = ""  # the first difference there
        self._rows: dict[int, list[bytes]] = {}  # what is built of each level's running tile

    def take(self, bundle: Tile, data: bytes) -> list[bytes]:
        """The entries of the next bundle. Raises Malformed if it is none or not the next."""
        if bundle.start != self.tree.size:
            raise Malformed(f"{bundle.path} is out of turn: entry {self.tree.size} is the next.")
        try:
            entries = bundles.decode(data, bundle.width)
        except Malformed as refusal:
            raise Malformed(f"{bundle.path}: {refusal}") from None
        leaves = leaf_hashes(entries)
        self._hold_against_leaves(Tile(0, bundle.index, bundle.width), leaves)
        for run in self.tree.extend(leaves):
            if run.level and run.level % HEIGHT == 0:
                self._raise_row(run.level // HEIGHT, run.start, run.hashes)
        return entries

    def finish(self, checkpoint: Checkpoint) -> None:
        """That all entries were taken, and that they, every tile and the checkpoint are one tree.
        Raises NotProved, naming what differs first and, where the root can tell, what is wrong."""
        if self.tree.size != checkpoint.size:
            raise NotProved(f"{self.tree.size} of {checkpoint.size} entries are there.")
        for level, row in sorted(self._rows.items()):
            self._hold_against(level, self.tree.size >> HEIGHT * level, row)
        self._rows.clear()
        is_proved = self.tree.root() == checkpoint.root
        if not is_proved or self.difference:
            raise NotProved(self._verdict(is_proved, checkpoint))

    def _verdict(self, is_proved: bool, checkpoint: Checkpoint) -> str:
        if is_proved:
            return (
                f"{self.difference} The entries lead to the checkpoint's root: the tile is wrong."
            )
        if self._told and self._told.root() == checkpoint.root:
            return f"{self._at_leaf} The tiles lead to the right root: the entry is wrong."
        return (
            f"{self.difference} The entries lead to the root {self.tree.root().hex()}, "
            f"but the checkpoint of size {checkpoint.size} has {checkpoint.root.hex()}."
        ).lstrip()

    def _hold_against_leaves(self, tile: Tile, leaves: list[bytes]) -> None:
        data = self._read(tile)
        if data == b"".join(leaves) and self._told is None:
            return
        told = hashes_in(tile, data)
        if self._told is None:
            self._at_leaf = _difference(tile, leaves, told)
            self.difference = self.difference or self._at_leaf
            self._told = Frontier(self.tree.size, self.tree.hashes)
        self._told.extend(told)

    def _raise_row(self, level: int, start: int, hashes: list[bytes]) -> None:
        """Add nodes to the running tile of a level; when it is full, compare it."""
        row = self._rows.setdefault(level, [])
        row += hashes
        end = start + len(hashes)
        if end % WIDTH == 0:
            self._hold_against(level, end, self._rows.pop(level))

    def _hold_against(self, level: int, end: int, row: list[bytes]) -> None:
        """Compare the last nodes of a level, up to the node `end`, with the tile they are in."""
        index = (end - 1) // WIDTH
        tile = Tile(level, index, end - index * WIDTH)
        told = hashes_in(tile, self._read(tile))
        built = told[: -len(row)] + row
        if built != told:
            self.difference = self.difference or _difference(tile, built, told)


def _difference(tile: Tile, built: list[bytes], told: list[bytes]) -> str:
    at = next(at for at in range(tile.width) if built[at] != told[at])
    byte = at * HASH_SIZE + next(n for n in range(HASH_SIZE) if built[at][n] != told[at][n])
    what = "entry" if tile.level == 0 else "what is below node"
    return (
        f"{tile.path} differs at byte {byte} from what the entries give: "
        f"{what} {tile.start + at} hashes to {built[at].hex()}, not to {told[at].hex()}."
    )
