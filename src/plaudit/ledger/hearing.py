"""What a witness is told, and what its answer amounts to (C2SP tlog-witness, "add-checkpoint")."""

from plaudit.ledger.posting import Answer, Unanswered
from plaudit.tlog import witnessing
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.refused import Malformed, NotProved, Refused
from plaudit.tlog.witnessing import SIZE_TYPE, AddCheckpoint

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


def heard(question: AddCheckpoint, answer: Answer | Unanswered, key: CosignerKey) -> Signature:
    """The cosignature by this key in the answer to a question. Raises KnowsAnother, Declined."""
    if isinstance(answer, Unanswered):
        raise Declined(str(answer))
    try:
        if answer.status == 200:
            return _cosignature(question.note, answer.body, key)
        if answer.status == 409 and answer.kind == SIZE_TYPE:
            raise _conflict(question, witnessing.parse_size(answer.body))
    except Refused as refusal:
        raise Declined(f"Its answer cannot be used: {refusal}") from None
    raise Declined(_sentence(question, answer.status))


def _cosignature(note: Note, body: bytes, key: CosignerKey) -> Signature:
    for signature in witnessing.parse_cosignatures(body):
        if (signature.name, signature.id) == (key.name, key.id):
            key.verify(note.text.encode(), signature.value)
            return signature
    raise NotProved(f"There is no cosignature by {key.name} in it.")


def _conflict(question: AddCheckpoint, size: int) -> Exception:
    here, old = question.checkpoint.size, question.old
    if size > here:
        return Declined(
            f"It has seen {size:,} entries of this ledger, which has {here:,} here: is the "
            "database an older one, from a backup?"
        )
    if size == here == old:
        return Declined(f"It has cosigned another history of the same {size:,} entries.")
    if size == old:
        return Declined(f"It goes on from {size:,} entries, it says, and does not.")
    return KnowsAnother(size)


def _sentence(question: AddCheckpoint, status: int) -> str:
    if 300 <= status < 400:
        return f"It answers {status} and leads elsewhere, which is not followed."
    if status not in SENTENCES:
        return f"It answers {status}."
    ours = question.note.signatures[0]
    key = f"{ours.name}+{ours.id.hex()}…"
    return SENTENCES[status].format(key=key, old=question.old) + "."


def has_cosigned(note: Note, key: CosignerKey) -> bool:
    """Whether a note has a cosignature by this key, one that verifies."""
    if not any((one.name, one.id) == (key.name, key.id) for one in note.signatures):
        return False
    try:
        return bool(note.verified([key]))
    except (NotProved, Malformed):
        return False
