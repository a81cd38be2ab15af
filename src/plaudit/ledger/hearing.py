"""What a witness is told, and what its answer amounts to (C2SP tlog-witness, "add-checkpoint")."""

from dataclasses import dataclass

from plaudit.ledger.posting import Answer, Unanswered
from plaudit.tlog import checkpoints, witnessing
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.refused import Malformed, NotProved, Refused
from plaudit.tlog.witnessing import SIZE_TYPE

SENTENCES = {
    404: "It is no witness for this ledger, or not at this address: its operator has to accept the "
    "key {key}",
    403: "It does not accept the key that signs now: its operator has to accept {key}",
    422: "It says that the ledger has not grown from the {old:,} entries that it had cosigned: "
    "there are two histories, or it is mistaken",
}


class Declined(Exception):
    """There is no cosignature; the message says why, in a sentence."""


class KnowsAnother(Exception):
    """It last cosigned another size, from which it may be asked to go on."""

    def __init__(self, size: int) -> None:
        super().__init__(f"It says that it last cosigned {size:,} entries, and then another size.")
        self.size = size


@dataclass(frozen=True)
class Question:
    """To cosign a note, by somebody who is taken to have cosigned the tree of size `old`."""

    note: Note
    old: int
    proof: tuple[bytes, ...]

    @property
    def checkpoint(self) -> Checkpoint:
        return checkpoints.parse(self.note.text)

    def encoded(self) -> bytes:
        return witnessing.AddCheckpoint(self.old, self.proof, self.note).encoded()

    def heard(self, answer: Answer | Unanswered, key: CosignerKey) -> Signature:
        """The cosignature by this key in an answer. Raises KnowsAnother, Declined."""
        if isinstance(answer, Unanswered):
            raise Declined(str(answer))
        try:
            if answer.status == 200:
                return self._cosignature(answer.body, key)
            if answer.status == 409 and answer.kind == SIZE_TYPE:
                raise self._conflict(witnessing.parse_size(answer.body))
        except Refused as refusal:
            raise Declined(f"Its answer cannot be used: {refusal}") from None
        raise Declined(self._sentence(answer.status))

    def _cosignature(self, body: bytes, key: CosignerKey) -> Signature:
        for signature in witnessing.parse_cosignatures(body):
            if (signature.name, signature.id) == (key.name, key.id):
                key.verify(self.note.text.encode(), signature.value)
                return signature
        raise NotProved(f"There is no cosignature by {key.name} in it.")

    def _conflict(self, size: int) -> Exception:
        here = self.checkpoint.size
        if size > here:
            return Declined(
                f"It has seen {size:,} entries of this ledger, which has {here:,} here: is the "
                "database an older one, from a backup?"
            )
        if size == here == self.old:
            return Declined(f"It has cosigned another history of the same {size:,} entries.")
        if size == self.old:
            return Declined(f"It goes on from {size:,} entries, it says, and does not.")
        return KnowsAnother(size)

    def _sentence(self, status: int) -> str:
        if 300 <= status < 400:
            return f"It answers {status} and leads elsewhere, which is not followed."
        if status not in SENTENCES:
            return f"It answers {status}."
        ours = self.note.signatures[0]
        key = f"{ours.name}+{ours.id.hex()}…"
        return SENTENCES[status].format(key=key, old=self.old) + "."


def has_cosigned(note: Note, key: CosignerKey) -> bool:
    """Whether a note has a cosignature by this key, one that verifies."""
    if not any((one.name, one.id) == (key.name, key.id) for one in note.signatures):
        return False
    try:
        return bool(note.verified([key]))
    except (NotProved, Malformed):
        return False
