"""Proofs that stand for themselves, as in C2SP tlog-proof (`c2sp.org/tlog-proof@v1`): where an
entry is in the log, why, and the checkpoint under which it is. File names end in `.tlog-proof`.

The extra data is not signed by anybody.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.tlog import checkpoints, cosignatures, notes, proofs
from plaudit.tlog.canonical import decimal, from_base64, hash_from, text_from, to_base64
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import MOST_LEAVES
from plaudit.tlog.keys import PublicKey
from plaudit.tlog.notes import Note
from plaudit.tlog.proofs import MOST_HASHES
from plaudit.tlog.refused import Malformed

HEADER = "c2sp.org/tlog-proof@v1"
EXTENSION = ".tlog-proof"
MOST_BYTES = 2 * notes.MOST_BYTES


@dataclass(frozen=True)
class ProofFile:
    index: int
    hashes: tuple[bytes, ...]
    checkpoint: Note
    extra: bytes = b""

    def encoded(self) -> bytes:
        """Raises Malformed if that would not read as this one."""
        extra = [f"extra {to_base64(self.extra)}"] if self.extra else []
        path = [to_base64(value) for value in self.hashes]
        head = "\n".join([HEADER, *extra, f"index {self.index}", *path, "", ""])
        data = head.encode() + self.checkpoint.encoded()
        if parse(data) != self:
            raise Malformed("The proof would not read as it was written.")
        return data

    def verified(
        self,
        leaf: bytes,
        origin: str,
        keys: Sequence[PublicKey],
        witnesses: Sequence[PublicKey] = (),
        needed: int = 0,
    ) -> Checkpoint:
        """The checkpoint of the log `origin`, signed by one of its keys and so many witnesses,
        under which the leaf hash is at the index. Raises NotProved."""
        checkpoint = checkpoints.opened(self.checkpoint, origin, keys)
        cosignatures.check(self.checkpoint, witnesses, needed)
        proofs.verify_inclusion(leaf, self.index, checkpoint.size, self.hashes, checkpoint.root)
        return checkpoint


def parse(data: bytes) -> ProofFile:
    head, blank, note = data.partition(b"\n\n")
    text = text_from(head, MOST_BYTES, "proof")
    if not blank:
        raise Malformed("The proof has no blank line in front of its checkpoint.")
    header, *lines = text.split("\n")
    if header != HEADER:
        raise Malformed(f"A proof begins with the line {HEADER}.")
    extra = _extra(lines.pop(0)) if lines and lines[0].startswith("extra ") else b""
    if not lines or not lines[0].startswith("index "):
        raise Malformed("The proof does not say at which index the entry is.")
    index = decimal(lines.pop(0).removeprefix("index "), "index", MOST_LEAVES - 1)
    if len(lines) > MOST_HASHES:
        raise Malformed(f"The proof has more than {MOST_HASHES} hashes.")
    path = tuple(hash_from(line, "hash in the proof") for line in lines)
    checkpoint = notes.parse(note)
    checkpoints.parse(checkpoint.text)
    return ProofFile(index, path, checkpoint, extra)


def _extra(line: str) -> bytes:
    extra = from_base64(line.removeprefix("extra "), "extra data")
    if not extra:
        raise Malformed("Where there is no extra data there is no line for it.")
    return extra
