"""The log's tiles and bundles out of the database, and what follows from them: roots and proofs."""

from plaudit.ledger.models import Leaf, Node
from plaudit.refusal import Refusal
from plaudit.tlog import bundles, proofs, tiles
from plaudit.tlog.hashes import EMPTY_ROOT, leaf_hashes
from plaudit.tlog.tiles import ENTRIES, Tile


class Changed(Refusal):
    """What the database has of the log is not what was put into it."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The database was changed: {what}. Nothing is sealed on top of that: see "
            "docs/operators/ledger.md, “What was changed”."
        )


def rendered(tile: Tile) -> bytes:
    """The bytes of a tile or bundle. Raises Changed where entries are missing or do not fit."""
    return _bundle(tile) if tile.level == ENTRIES else _tile(tile)


def root_at(size: int) -> bytes:
    """The root of the first so many leaves, out of a few tiles."""
    if size == 0:
        return EMPTY_ROOT
    return proofs.range_root(0, size, tiles.node_reader(_tile, size))


def inclusion(size: int, index: int) -> list[bytes]:
    """The proof that leaf `index` is in the tree of this size. Raises tlog's NotProved."""
    return proofs.inclusion_proof(size, index, tiles.node_reader(_tile, size))


def consistency(old: int, new: int) -> list[bytes]:
    """The proof that the tree of one size has grown from that of another. Raises NotProved."""
    return proofs.consistency_proof(old, new, tiles.node_reader(_tile, new))


def _tile(tile: Tile) -> bytes:
    rows = Leaf.objects.all() if tile.level == 0 else Node.objects.filter(level=tile.level)
    found = rows.filter(index__gte=tile.start, index__lt=tile.start + tile.width).order_by("index")
    hashes = [bytes(value) for value in found.values_list("hash", flat=True)]
    _check_whole(tile, len(hashes))
    return b"".join(hashes)


def _bundle(tile: Tile) -> bytes:
    rows = Leaf.objects.filter(index__gte=tile.start, index__lt=tile.start + tile.width)
    found = [(bytes(data), bytes(value)) for data, value in
             rows.order_by("index").values_list("data", "hash")]  # fmt: skip
    _check_whole(tile, len(found))
    entries = [data for data, _ in found]
    for place, value in enumerate(leaf_hashes(entries)):
        if value != found[place][1]:
            raise Changed(f"entry {tile.start + place} of the ledger is not the one it was")
    return bundles.encode(entries)


def _check_whole(tile: Tile, count: int) -> None:
    if count != tile.width:
        raise Changed(f"{tile.path} of the ledger has {count} of {tile.width} rows")
