"""Cosignatures as in C2SP tlog-cosignature, the Ed25519 type (0x04, `cosignature/v1`).

A cosignature says: at this time, this was the largest tree of this log that I had seen, and it
had grown from all that I had seen before. It covers the checkpoint's whole text, but not the
cosigner's name: one key must not serve two cosigners. The newer type, ML-DSA-44, is not made and
not verified here; as a signature by an unknown key it is kept.
"""

from collections.abc import Sequence

from plaudit.tlog import checkpoints
from plaudit.tlog.canonical import MOST_SECONDS
from plaudit.tlog.keys import SIGNATURE_SIZE, PublicKey, SecretKey
from plaudit.tlog.notes import Note, Signature
from plaudit.tlog.refused import Malformed, NotProved

TIME_SIZE = 8


class CosignerKey(PublicKey):
    KIND = 0x04

    def verify(self, text: bytes, signature: bytes) -> None:
        try:
            at = _split(signature)[0]
        except Malformed as refusal:
            raise NotProved(f"{refusal} It is by {self.name}+{self.id.hex()}.") from None
        self.verify_bytes(_message(text, at), signature[TIME_SIZE:])


class CosigningKey(SecretKey):
    VERIFIER = CosignerKey


def cosign(text: str, key: CosigningKey, at: int) -> Signature:
    """The cosignature of a checkpoint's text at a time in seconds since 1970. Whether the tree has
    grown from the last one is for the caller to have checked. Raises Malformed."""
    checkpoints.parse(text)
    if not 0 <= at <= MOST_SECONDS:
        raise Malformed(f"{at} is not a time that a cosignature can have.")
    value = at.to_bytes(TIME_SIZE, "big") + key.sign_bytes(_message(text.encode(), at))
    return Signature(key.name, key.verifier.id, value)


def time_of(signature: Signature) -> int:
    """When a cosignature says that it was made, in seconds since 1970. Raises Malformed."""
    return _split(signature.value)[0]


def check(note: Note, witnesses: Sequence[PublicKey], needed: int) -> None:
    """That so many of these witnesses, each with a key of its own, have cosigned a checkpoint.
    Raises NotProved."""
    if needed <= 0:
        return
    by = {(signature.name, signature.id) for signature in note.verified(witnesses)}
    found = len({key.public for key in witnesses if (key.name, key.id) in by})
    if found < needed:
        raise NotProved(f"{found} of the known witnesses have signed; {needed} are needed.")


def _message(text: bytes, at: int) -> bytes:
    """Section "Ed25519 signed message"."""
    return b"cosignature/v1\ntime %d\n%b" % (at, text)


def _split(value: bytes) -> tuple[int, bytes]:
    if len(value) != TIME_SIZE + SIGNATURE_SIZE:
        raise Malformed(f"A cosignature has {TIME_SIZE + SIGNATURE_SIZE} bytes, not {len(value)}.")
    at = int.from_bytes(value[:TIME_SIZE], "big")
    if at > MOST_SECONDS:
        raise Malformed("The time of the cosignature is beyond all times.")
    return at, value[TIME_SIZE:]
