"""What lies in a log's folder beside what its checkpoint needs: partial tiles and bundles of
earlier checkpoints, and the latest points map. A site does not say which of these it has; a folder
shows all of them, so there all of them are looked at.
"""

from collections.abc import Iterator

from plaudit.auditor.counting import Counting
from plaudit.auditor.findings import Findings, many
from plaudit.auditor.opening import Opened
from plaudit.auditor.shelf import most_bytes
from plaudit.auditor.sources import LEDGER, Folder, Missing, Unreachable
from plaudit.recount import leaves
from plaudit.recount.leaves import PointsRoot
from plaudit.tlog import bundles, tiles
from plaudit.tlog.canonical import decimal, lines_of, text_from
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import HASH_SIZE, MOST_LEAVES
from plaudit.tlog.rebuilding import Rebuilding
from plaudit.tlog.refused import Malformed, NotProved, Refused
from plaudit.tlog.tiles import ENTRIES, HEIGHT, WIDTH, Tile

LATEST = "points/latest"
MOST_LATEST_BYTES = 100


def look(folder: Folder, opened: Opened, counting: Counting, found: Findings) -> None:
    """Behind the recount, which has looked at everything else."""
    for check in (_earlier, _map):
        try:
            if said := check(folder, opened.checkpoint, counting):
                found.agrees("folder", said)
        except Unreachable as trouble:
            found.unchecked("folder", str(trouble))
        except Refused as refusal:
            found.differs("folder", str(refusal))


def _earlier(folder: Folder, checkpoint: Checkpoint, _counting: Counting) -> str:
    """Partial tiles and bundles that wider ones have taken the place of."""
    number = 0
    for tile, wider in _replaced(folder, checkpoint.size):
        data = folder.read(LEDGER + tile.path, most_bytes(tile))
        if data != _beginning(tile, wider, folder.read(LEDGER + wider.path, most_bytes(wider))):
            raise NotProved(f"{tile.path} is not what {wider.path} begins with.")
        number += 1
    fits = "fits" if number == 1 else "fit"
    return f"{many(number, 'earlier partial tile or bundle')} {fits} the log." if number else ""


def _beginning(tile: Tile, wider: Tile, data: bytes) -> bytes:
    if tile.level == ENTRIES:
        return bundles.encode(bundles.decode(data, wider.width)[: tile.width])
    return data[: tile.width * HASH_SIZE]


def _replaced(folder: Folder, size: int) -> Iterator[tuple[Tile, Tile]]:
    """Each narrower one, and the one in a log of this size. What goes beyond the checkpoint is
    passed over: a site writes tiles before it signs."""
    for path in folder.partial():
        try:
            tile = tiles.parse_path(path)
        except Malformed:
            continue  # no file of a log's
        nodes = size >> HEIGHT * max(tile.level, 0)
        width = min(WIDTH, nodes - tile.start)
        if tile.width < width:
            yield tile, Tile(tile.level, tile.index, width)


def _map(folder: Folder, checkpoint: Checkpoint, counting: Counting) -> str:
    """The map that the site proves single stories' points with."""
    try:
        data = folder.read(LEDGER + LATEST, MOST_LATEST_BYTES)
    except Missing:
        return ""
    index, size = _latest(data)
    if index >= checkpoint.size:
        raise Unreachable(
            f"{LATEST} names leaf {index}, which the checkpoint of {many(checkpoint.size, 'leaf')} "
            "does not reach: when copying, copy the checkpoint last."
        )
    leaf = leaves.parse(counting.entry(index))
    if not isinstance(leaf, PointsRoot):
        raise NotProved(f"{LATEST} names leaf {index}, which has no root of all points.")
    path = f"points/{index}/"

    def read(tile: Tile) -> bytes:
        return folder.read(f"{LEDGER}{path}{tile.path}", most_bytes(tile))

    rebuilding = Rebuilding(read)
    try:
        for bundle in tiles.bundles_between(0, size):
            rebuilding.take(bundle, read(bundle))
        rebuilding.finish(Checkpoint(checkpoint.origin, size, leaf.root))
    except Missing:
        raise
    except Refused as refusal:
        raise NotProved(f"{path}: {refusal}") from None
    return f"The map of the points of {many(size, 'subject')} is the one in leaf {index}."


def _latest(data: bytes) -> tuple[int, int]:
    """The index of the points leaf, and how many subjects the map has. Raises Malformed."""
    lines = lines_of(text_from(data, MOST_LATEST_BYTES, LATEST), LATEST)
    if len(lines) != 2 or not (lines[0].startswith("index ") and lines[1].startswith("size ")):
        raise Malformed(f"{LATEST} does not say index and size, a line each.")
    index, size = (line.partition(" ")[2] for line in lines)
    return decimal(index, "index", MOST_LEAVES), decimal(size, "size", MOST_LEAVES)
