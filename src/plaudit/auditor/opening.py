"""The checkpoint: whose it is, who signed it, and by which key that is believed."""

from dataclasses import dataclass, replace
from pathlib import Path

from plaudit.auditor.findings import Findings, many
from plaudit.auditor.memory import Memory
from plaudit.auditor.quorum import Quorum
from plaudit.auditor.sources import LEDGER, Missing, Source, Unreachable
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.canonical import lines_of, text_from
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.notes import Note
from plaudit.tlog.refused import Malformed, NotProved, Refused

CHECKPOINT = f"{LEDGER}checkpoint"
KEYS = f"{LEDGER}keys"
MOST_KEY_BYTES = 20_000
CHANGED = "If the site has a new key, and says so elsewhere as well, give that one with --key."


@dataclass(frozen=True)
class Opened:
    """A checkpoint with a verified signature."""

    note: Note
    checkpoint: Checkpoint
    keys: list[VerifierKey]  # the one that is trusted, or those of the policy
    memory: Memory

    def by(self, note: Note) -> "Opened":
        """The same log at another time. Raises NotProved."""
        checkpoint = checkpoints.opened(note, self.checkpoint.origin, self.keys)
        return replace(self, note=note, checkpoint=checkpoint)

    def signer(self) -> VerifierKey:
        """Which of the keys has signed it."""
        by = {(one.name, one.id) for one in self.note.verified(self.keys)}
        return next(key for key in self.keys if (key.name, key.id) in by)


def read_note(source: Source) -> Note:
    data = source.read(CHECKPOINT, notes.MOST_BYTES)
    try:
        return notes.parse(data)
    except Malformed as refusal:
        raise Malformed(f"{CHECKPOINT}: {refusal}") from None


def open_log(
    source: Source, base: Path, found: Findings, *, key: VerifierKey | None, quorum: Quorum | None
) -> Opened:
    """Read and verify the checkpoint. Raises Refused or Unreachable."""
    try:
        note = read_note(source)
    except Missing as missing:
        raise Unreachable(f"There is no log: {missing}") from None
    try:
        claimed = checkpoints.parse(note.text)
    except Malformed as refusal:
        raise Malformed(f"{CHECKPOINT}: {refusal}") from None
    memory = Memory(base, claimed.origin)
    keys, why = _trusted(source, memory, claimed.origin, key, quorum)
    try:
        checkpoint = checkpoints.opened(note, claimed.origin, keys)
    except Refused as refusal:
        raise NotProved(f"{CHECKPOINT} cannot be believed: {refusal} {why} {CHANGED}") from None
    found.facts |= {
        "origin": checkpoint.origin, "size": checkpoint.size, "root": checkpoint.root.hex(),
        "keys": [str(one) for one in keys],
    }  # fmt: skip
    found.agrees("key", why)
    found.agrees(
        "checkpoint", f"The checkpoint of {many(checkpoint.size, 'leaf')} is signed by it."
    )
    if quorum:
        _check_witnesses(note, quorum, found)
    return Opened(note, checkpoint, keys, memory)


def _check_witnesses(note: Note, quorum: Quorum, found: Findings) -> None:
    try:
        said = ", ".join(quorum.check(note)) or "nobody"
    except Refused as refusal:
        found.differs("witnesses", str(refusal))
    else:
        found.agrees("witnesses", f"Your policy's quorum is reached; cosigned by {said}.")


def keys_shown(source: Source) -> list[VerifierKey]:
    """The keys that the site itself shows: that of checkpoints, that of receipts, older ones."""
    text = text_from(source.read(KEYS, MOST_KEY_BYTES), MOST_KEY_BYTES, "list of keys")
    try:
        return [VerifierKey.parse(line) for line in lines_of(text, "list of keys")]
    except Malformed as refusal:
        raise Malformed(f"{KEYS}: {refusal}") from None


def _trusted(
    source: Source, memory: Memory, origin: str, key: VerifierKey | None, quorum: Quorum | None
) -> tuple[list[VerifierKey], str]:
    """The keys to believe, and a sentence that says why these."""
    if key:
        return [key], f"You gave the key {key}."
    if quorum and quorum.logs:
        return list(quorum.logs), "The key is one of those in your policy."
    if remembered := memory.key():
        return [VerifierKey.parse(remembered)], (
            f"The key is the one of an earlier audit, {remembered}."
        )
    try:
        shown = [one for one in keys_shown(source) if one.name == origin]
    except Missing:
        shown = []
    if not shown:
        raise Unreachable(f"{KEYS} names no key of {origin}: give it with --key.")
    return shown[:1], (
        f"The key is the one that the site shows now, {shown[0]}. It is remembered; whether it is "
        "the site's you cannot know from the site alone."
    )
