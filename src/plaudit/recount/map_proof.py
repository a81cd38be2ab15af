"""That a subject's points are in the points map whose root stands in the log: text, as in
docs/spec/ledger.md, “The points map”.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.recount import forms
from plaudit.recount.leaves import PointsRoot
from plaudit.recount.points import Points
from plaudit.tlog import proof_files, proofs
from plaudit.tlog.canonical import decimal, from_base64, hash_from, lines_of, text_from, to_base64
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import MOST_LEAVES, leaf_hash
from plaudit.tlog.keys import PublicKey
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed

HEADER = "plaudit/points-proof/v1"
MOST_BYTES = 2 * proof_files.MOST_BYTES
MOST_HEAD_BYTES = 5_000  # a path has at most 63 hashes
NUMBER = forms.number(0, 10**15)
SIGNED = forms.Form(r"0|-?[1-9][0-9]{0,15}", "a whole number", int, str)
WAYS = {"members": SIGNED, "guests": SIGNED, "fediverse": SIGNED, "carried": SIGNED}


@dataclass(frozen=True)
class MapProof:
    """`entry` is entry `index` of a map of `size` subjects with this root; `leaf` proves that the
    points leaf with the root is in the log."""

    index: int
    size: int
    root: bytes
    hashes: tuple[bytes, ...]
    entry: bytes
    leaf: ProofFile

    def encoded(self) -> bytes:
        path = [to_base64(value) for value in (self.root, *self.hashes)]
        path[0] = f"root {path[0]}"
        head = "\n".join([HEADER, f"index {self.index}", f"size {self.size}", *path])
        return head.encode() + b"\n\n" + self.entry + b"\n" + self.leaf.encoded()

    def verified(
        self, origin: str, keys: Sequence[PublicKey]
    ) -> tuple[str, Points, int, Checkpoint]:
        """The subject, its points, the index of the leaf in front of which they were these, and
        the signed checkpoint. Raises Malformed or NotProved."""
        about, points = read_entry(self.entry)
        proofs.verify_inclusion(
            leaf_hash(self.entry), self.index, self.size, self.hashes, self.root
        )
        leaf = leaf_hash(PointsRoot(self.root).encoded())
        return about, points, self.leaf.index, self.leaf.verified(leaf, origin, keys)


def parse(data: bytes) -> MapProof:
    """Raises Malformed."""
    head, _, rest = data[:MOST_BYTES].partition(b"\n\n")
    entry, blank, leaf = rest.partition(b"\n\n")
    if not blank:
        raise Malformed("The proof has not three parts with a blank line between them.")
    lines = lines_of(text_from(head + b"\n", MOST_HEAD_BYTES, "proof"), "proof")
    if len(lines) < 4 or lines[0] != HEADER:
        raise Malformed(f"A proof of points begins with the line {HEADER}.")
    _, index, size, root, *path = lines
    size_of = decimal(_after("size ", size), "size", MOST_LEAVES)
    return MapProof(
        decimal(_after("index ", index), "index", MOST_LEAVES - 1),
        size_of,
        hash_from(_after("root ", root), "root"),
        tuple(from_base64(line, "hash in the proof") for line in path),
        entry + b"\n",
        proof_files.parse(leaf),
    )


def read_entry(entry: bytes) -> tuple[str, Points]:
    """The subject and points of an entry of the map. Raises Malformed."""
    lines = lines_of(text_from(entry, MOST_HEAD_BYTES, "entry"), "entry")
    names = list(Points.__slots__)
    if len(lines) != len(names) + 1:
        raise Malformed(f"An entry of the points map has {len(names) + 1} lines.")
    about = forms.ABOUT.value(_after("about ", lines[0]), "about")
    values = [
        WAYS.get(name, NUMBER).value(_after(f"{name} ", line), name)
        for name, line in zip(names, lines[1:], strict=True)
    ]
    return about, Points(*values)


def _after(name: str, line: str) -> str:
    if not line.startswith(name):
        raise Malformed(f"Where {name.strip()} belongs is {line[:60]!r}.")
    return line.removeprefix(name)
