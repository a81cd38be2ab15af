"""A voter's receipt: the leaf, and the site's signed word that it will be in the log."""

import json
from dataclasses import dataclass
from typing import Any

from plaudit.auditor.findings import Word
from plaudit.recount import leaves
from plaudit.recount.leaves import Ballot
from plaudit.recount.replay import Replay
from plaudit.tlog import notes
from plaudit.tlog.canonical import MOST_SECONDS, decimal, hash_from, lines_of
from plaudit.tlog.hashes import leaf_hash
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.refused import Malformed, NotProved

FORMAT = "receipt/v1"
ACK = "plaudit/ack/v1"
MOST_BYTES = 100_000


@dataclass(frozen=True)
class Receipt:
    origin: str
    leaf: Ballot
    ack: notes.Note
    deadline: int  # seconds since 1970
    keys: tuple[str, ...]  # on the receipt's own word

    def signed_by(self, keys: list[VerifierKey]) -> VerifierKey | None:
        """The first of these acknowledgement keys that has signed it."""
        for key in keys:
            try:
                self.ack.verified([key])
            except NotProved:
                continue
            return key
        return None


def parse(data: bytes) -> Receipt:
    """Raises Malformed for what is not a receipt that agrees with itself."""
    fields = _fields(data)
    leaf = leaves.parse(_text(fields, "leaf").encode(errors="replace"))
    if not isinstance(leaf, Ballot):
        raise Malformed("The leaf of the receipt is no ballot.")
    ack = notes.parse(_text(fields, "ack").encode(errors="replace"))
    lines = lines_of(ack.text, "acknowledgement")
    if len(lines) != 4 or lines[0] != ACK:
        raise Malformed(f"The acknowledgement is not four lines that begin with {ACK}.")
    _, origin, digest, deadline = lines
    if origin != _text(fields, "origin"):
        raise Malformed(
            f"The receipt says it is of {fields['origin']!r}, its signature {origin!r}."
        )
    if hash_from(digest, "hash in the acknowledgement") != leaf_hash(leaf.encoded()):
        raise Malformed("What is acknowledged is another leaf than the one in the receipt.")
    keys = fields.get("keys", [])
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise Malformed("The keys of the receipt are no list of texts.")
    return Receipt(origin, leaf, ack, decimal(deadline, "deadline", MOST_SECONDS), tuple(keys))


def judge(
    receipt: Receipt, index: int | None, replay: Replay, keys: list[VerifierKey], now: float
) -> tuple[Word, str]:
    """What the log says to a receipt of its own; `index` is where the leaf was found."""
    gave = f"The ballot of the receipt ({receipt.leaf.value:+d} to {receipt.leaf.about})"
    if index is not None:
        return Word.AGREES, f"{gave} is leaf {index:,}{_standing(receipt, index, replay)}."
    if receipt.signed_by(keys) is None:
        return Word.UNCHECKED, (
            f"{gave} is not in the log, and its acknowledgement is signed by no key that this "
            "site shows: it proves nothing against the site."
        )
    if now <= receipt.deadline:
        left = receipt.deadline - int(now)
        return Word.UNCHECKED, f"{gave} is not in the log yet; the site has {left} seconds left."
    return Word.DIFFERS, (
        f"{gave} is not in the log, though the site signed that it would be, and the time is up. "
        "Keep the file: it proves that."
    )


def _standing(receipt: Receipt, index: int, replay: Replay) -> str:
    if not replay.is_last(receipt.leaf):
        return ", and a later revision by the same voter has taken its place"
    if index in replay.void:
        return f", and was set aside by moderators (reason: {replay.void[index]})"
    return " and counts"


def _fields(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_BYTES:
        raise Malformed(f"The receipt has more than {MOST_BYTES:,} bytes.")
    try:
        fields = json.loads(data)
    except (ValueError, RecursionError):
        raise Malformed("The receipt is no JSON.") from None
    if not isinstance(fields, dict) or fields.get("plaudit") != FORMAT:
        raise Malformed(f'The file is no receipt: it does not say "plaudit": "{FORMAT}".')
    return fields


def _text(fields: dict[str, Any], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise Malformed(f"The receipt has no {name}.")
    return value
