"""What log and witness say to each other, as in C2SP tlog-witness, section "add-checkpoint".

Only the bytes, and what has to follow from them; who asks whom is for others to arrange. The
statuses that a witness answers with: 400 for Malformed here, 404 for an unknown origin, 403 where
no known key has signed, 409 with `size_encoded` where `old` is not the size last cosigned, 422 for
NotProved here (but 409 for another root at the same size), and 200 with `cosignatures_encoded`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from plaudit.tlog import checkpoints, notes, proofs
from plaudit.tlog.canonical import decimal, hash_from, lines_of, text_from, to_base64
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.proofs import MOST_HASHES
from plaudit.tlog.refused import Malformed, NotProved

SIZE_TYPE = "text/x.tlog.size"
MOST_HEAD_BYTES = 4096  # of what stands in front of the checkpoint
MOST_BYTES = MOST_HEAD_BYTES + 2 + notes.MOST_BYTES  # of a request


@dataclass(frozen=True)
class AddCheckpoint:
    """The request: a checkpoint, and that it continues the tree of size `old`."""

    old: int
    proof: tuple[bytes, ...]
    note: Note

    @property
    def checkpoint(self) -> Checkpoint:
        """Not verified. Whose it is says which keys to verify the note with."""
        return checkpoints.parse(self.note.text)

    def encoded(self) -> bytes:
        """Raises Malformed if that would not read as this one."""
        head = "\n".join([f"old {self.old}", *(to_base64(one) for one in self.proof), "", ""])
        data = head.encode() + self.note.encoded()
        if parse(data) != self:
            raise Malformed("The request would not read as it was written.")
        return data

    def check_growth(self, old_root: bytes) -> None:
        """That the checkpoint continues the tree of size `old` and this root. From size 0 on
        everything does, and the proof has to be empty. Raises NotProved."""
        new = self.checkpoint
        if self.old:
            proofs.verify_consistency(self.old, new.size, self.proof, old_root, new.root)
        elif self.proof:
            raise NotProved("The proof from an empty tree has to be empty.")


def parse(data: bytes) -> AddCheckpoint:
    head, blank, rest = data.partition(b"\n\n")
    if not blank:
        raise Malformed("The request has no blank line in front of its checkpoint.")
    first, *lines = text_from(head, MOST_HEAD_BYTES, "request").split("\n")
    if not first.startswith("old "):
        raise Malformed("The request begins with a line that says the old size.")
    old = decimal(first.removeprefix("old "), "old size")
    if len(lines) > MOST_HASHES:
        raise Malformed(f"The proof has more than {MOST_HASHES} hashes.")
    proof = tuple(hash_from(line, "hash in the proof") for line in lines)
    request = AddCheckpoint(old, proof, notes.parse(rest))
    if old > request.checkpoint.size:
        raise Malformed(f"The checkpoint is smaller than the old size {old}.")
    return request


def cosignatures_encoded(signatures: Sequence[Signature]) -> bytes:
    """The body of the answer of a witness that has cosigned."""
    data = "".join(signature.line() for signature in signatures).encode()
    if parse_cosignatures(data) != list(signatures):
        raise Malformed("The answer would not read as it was written.")
    return data


def parse_cosignatures(data: bytes) -> list[Signature]:
    """The lines of the answer, which are to be verified as signatures of the note, and kept or
    thrown away. Raises Malformed."""
    lines = lines_of(text_from(data, notes.MOST_BYTES, "answer"), "answer")
    if len(lines) > notes.MOST_SIGNATURES:
        raise Malformed(f"The answer has more than {notes.MOST_SIGNATURES} signatures.")
    signatures = [Signature.parse(line) for line in lines]
    if len({(one.name, one.id) for one in signatures}) < len(signatures):
        raise Malformed("The answer has two signatures by one key.")
    return signatures


def size_encoded(size: int) -> bytes:
    """The body of the answer that the old size was another, of type SIZE_TYPE."""
    return b"%d\n" % size


def parse_size(data: bytes) -> int:
    text = text_from(data, 100, "size")
    if not text.endswith("\n"):
        raise Malformed("The size does not end with a newline.")
    return decimal(text[:-1], "size")
