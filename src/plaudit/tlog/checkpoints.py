"""Checkpoints as in C2SP tlog-checkpoint: origin, size and root of a tree, signed as a note.

Two limits beside those of the specification, both of the implementations that witnesses run: the
origin has at most 255 bytes, and an empty tree has the root of an empty tree.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.tlog.canonical import check_text, decimal, hash_from, lines_of, to_base64
from plaudit.tlog.hashes import EMPTY_ROOT
from plaudit.tlog.keys import PublicKey
from plaudit.tlog.notes import Note
from plaudit.tlog.refused import Malformed, NotProved

MOST_ORIGIN_BYTES = 255


@dataclass(frozen=True)
class Checkpoint:
    origin: str
    size: int
    root: bytes
    extensions: tuple[str, ...] = ()

    def text(self) -> str:
        """The note's text. Raises Malformed if it would not read as this checkpoint."""
        lines = [self.origin, str(self.size), to_base64(self.root), *self.extensions]
        text = "".join(f"{line}\n" for line in lines)
        if parse(text) != self:
            raise Malformed("The checkpoint would not read as it was written.")
        return text


def parse(text: str) -> Checkpoint:
    """The checkpoint in a note's text. Raises Malformed."""
    check_text(text, "checkpoint")
    lines = lines_of(text, "checkpoint")
    if len(lines) < 3:
        raise Malformed("A checkpoint has at least three lines: origin, size and root.")
    if not all(lines):
        raise Malformed("The checkpoint has an empty line.")
    origin, size, root, *extensions = lines
    if len(origin.encode(errors="replace")) > MOST_ORIGIN_BYTES:
        raise Malformed(f"The origin is longer than {MOST_ORIGIN_BYTES} bytes.")
    found = Checkpoint(origin, decimal(size, "size"), hash_from(root, "root"), tuple(extensions))
    if found.size == 0 and found.root != EMPTY_ROOT:
        raise Malformed("The checkpoint gives an empty tree another root than an empty tree has.")
    return found


def opened(note: Note, origin: str, keys: Sequence[PublicKey]) -> Checkpoint:
    """The checkpoint of this log, out of a note that one of its keys has signed.

    Raises NotProved if it is another log's or nobody known has signed it, Malformed if it is none.
    """
    note.verified(keys)
    found = parse(note.text)
    if found.origin != origin:
        raise NotProved(f"The checkpoint is of {found.origin!r}, not of {origin!r}.")
    return found
