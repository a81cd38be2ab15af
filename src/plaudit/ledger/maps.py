"""The latest map of all points as it lies in the log's folder, and what it proves.

Its entries are the subjects in the order of their ids, in bundles and tiles like the log's own.
"""

from dataclasses import dataclass

from plaudit.ledger import tree
from plaudit.ledger.folder import MAPS, Folder
from plaudit.ledger.models import Checkpoint, Leaf
from plaudit.recount import leaves, map_proof
from plaudit.recount.map_proof import MapProof
from plaudit.tlog import bundles, notes, proofs, tiles
from plaudit.tlog.canonical import decimal, lines_of, text_from
from plaudit.tlog.hashes import MOST_LEAVES
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed
from plaudit.tlog.tiles import ENTRIES, WIDTH, Tile

LATEST = f"{MAPS}/latest"


@dataclass(frozen=True)
class Map:
    """The map in front of the points leaf `index`, of `size` subjects."""

    index: int
    size: int

    @property
    def path(self) -> str:
        return f"{MAPS}/{self.index}"

    def read(self, tile: Tile) -> bytes:
        """A tile or bundle of it. Raises Malformed if that is not there."""
        data = Folder().read(f"{self.path}/{tile.path}")
        if data is None:
            raise Malformed(f"{self.path}/{tile.path} is not there.")
        return data

    def entries(self, index: int) -> list[bytes]:
        """The entries of bundle `index`."""
        width = min(WIDTH, self.size - index * WIDTH)
        return bundles.decode(self.read(Tile(ENTRIES, index, width)), width)


def latest() -> Map | None:
    """The map that is kept and whose root is in the log."""
    data = Folder().read(LATEST)
    if data is None:
        return None
    index, size = lines_of(text_from(data, 100, LATEST), LATEST)
    return Map(
        decimal(index.removeprefix("index "), "index", MOST_LEAVES),
        decimal(size.removeprefix("size "), "size", MOST_LEAVES),
    )


def proof(about: str) -> MapProof | None:
    """What the latest map has of a subject, proved; None if it is not in it."""
    found = latest()
    place = _place(found, about) if found else None
    if found is None or place is None:
        return None
    leaf = Leaf.objects.filter(index=found.index).first()
    root = leaves.parse(bytes(leaf.data)) if leaf else None
    kept = Checkpoint.objects.filter(size__gt=found.index).order_by("-size").first()
    if not isinstance(root, leaves.PointsRoot) or kept is None:  # the database is an older one
        return None
    in_log = tree.inclusion(kept.size, found.index)
    node = tiles.node_reader(found.read, found.size)
    in_map = proofs.inclusion_proof(found.size, place.index, node)
    checkpoint = notes.parse(kept.text.encode())
    leaf_proof = ProofFile(found.index, tuple(in_log), checkpoint)
    return MapProof(place.index, found.size, root.root, tuple(in_map), place.entry, leaf_proof)


@dataclass(frozen=True)
class Place:
    index: int
    entry: bytes


def _place(found: Map, about: str) -> Place | None:
    """Where a subject is: the entries are in the order of their ids."""
    low, high = 0, (found.size + WIDTH - 1) // WIDTH  # the bundles it may be in
    while low < high:
        middle = (low + high) // 2
        entries = found.entries(middle)
        abouts = [map_proof.read_entry(entry)[0] for entry in (entries[0], entries[-1])]
        if about < abouts[0]:
            high = middle
        elif about > abouts[1]:
            low = middle + 1
        else:
            for number, entry in enumerate(entries, middle * WIDTH):
                if map_proof.read_entry(entry)[0] == about:
                    return Place(number, entry)
            return None
    return None
