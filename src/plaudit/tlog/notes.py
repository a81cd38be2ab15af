"""Signed notes as in C2SP signed-note: a text, a blank line, and signature lines.

Stricter than the specification in one point: two signatures by one key (one name and one key ID)
are refused, whoever's they are, since only one of them could be meant.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from plaudit.tlog.canonical import check_text, from_base64, lines_of, text_from, to_base64
from plaudit.tlog.keys import PublicKey, SignerKey, check_name
from plaudit.tlog.refused import Malformed, NotProved

MOST_BYTES = 1_000_000
MOST_SIGNATURES = 100  # the specification wants at least 16
ID_SIZE = 4
_DASH = "— "  # U+2014; no other dash will do


class Signature(NamedTuple):
    """A signature line: the key's name and ID, and what that kind of key signs with."""

    name: str
    id: bytes
    value: bytes

    def line(self) -> str:
        return f"{_DASH}{self.name} {to_base64(self.id + self.value)}\n"

    @classmethod
    def parse(cls, line: str) -> "Signature":
        """A line without its newline."""
        if not line.startswith(_DASH):
            raise Malformed(f"A signature line begins with an em dash and a space: {line[:60]!r}.")
        name, _, encoded = line.removeprefix(_DASH).partition(" ")
        check_name(name)
        data = from_base64(encoded, f"signature by {name[:80]}")
        if len(data) <= ID_SIZE:
            raise Malformed(f"The signature by {name[:80]} is no longer than a key ID.")
        return cls(name, data[:ID_SIZE], data[ID_SIZE:])


@dataclass(frozen=True)
class Note:
    """A note whose signatures are not verified yet. The text ends with a newline."""

    text: str
    signatures: tuple[Signature, ...]

    def encoded(self) -> bytes:
        """Raises Malformed if that would not be a note that reads as this one."""
        lines = "".join(signature.line() for signature in self.signatures)
        check_text(self.text + lines, "note")
        data = f"{self.text}\n{lines}".encode()
        if parse(data) != self:
            raise Malformed("The note would not read as it was written.")
        return data

    def with_signatures(self, more: Iterable[Signature]) -> "Note":
        """With these signatures behind the others, each in place of an earlier one by its key."""
        kept = {(one.name, one.id): one for one in self.signatures}
        for signature in more:
            kept.pop((signature.name, signature.id), None)
            kept[signature.name, signature.id] = signature
        return Note(self.text, tuple(kept.values()))

    def verified(self, keys: Sequence[PublicKey]) -> list[Signature]:
        """The signatures by known keys, of which there has to be one. Others are left alone.

        Raises NotProved if a known key's signature does not verify, or if there is none.
        """
        known = {(key.name, key.id): key for key in keys}
        if any(known[key.name, key.id] != key for key in keys):
            raise NotProved("Two different known keys have the same name and ID.")
        text = self.text.encode()
        found = [one for one in self.signatures if (one.name, one.id) in known]
        for signature in found:
            known[signature.name, signature.id].verify(text, signature.value)
        if not found:
            raise NotProved("The note has no signature by a known key.")
        return found


def parse(data: bytes) -> Note:
    """Raises Malformed for what is not a note, byte for byte."""
    text, blank, rest = text_from(data, MOST_BYTES, "note").rpartition("\n\n")
    if not blank:
        raise Malformed("The note has no blank line between its text and its signatures.")
    if not rest:
        raise Malformed("The note has no signatures.")
    lines = lines_of(rest, "note")
    if len(lines) > MOST_SIGNATURES:
        raise Malformed(f"The note has more than {MOST_SIGNATURES} signatures.")
    signatures = tuple(Signature.parse(line) for line in lines)
    if len({(one.name, one.id) for one in signatures}) < len(signatures):
        raise Malformed("The note has two signatures by one key.")
    return Note(text + "\n", signatures)


def sign(text: str, key: SignerKey) -> Signature:
    """The signature of a note's text. Raises Malformed if the text cannot be that of a note."""
    check_text(text, "note")
    lines_of(text, "note")
    return Signature(key.name, key.verifier.id, key.sign_bytes(text.encode()))


def signed(text: str, *keys: SignerKey) -> Note:
    """A new note by at least one key."""
    return Note(text, tuple(sign(text, key) for key in keys))
