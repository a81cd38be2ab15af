"""Keys as text: the verifier and signer keys of signed notes.

`name+hash+base64` and `PRIVATE+KEY+name+hash+base64`, where hash is the key ID in hexadecimal and
the bytes are a signature type and an Ed25519 key. So golang.org/x/mod/sumdb/note writes them, and
so C2SP signed-note v1.0.0 does (section "Verifier keys"); the edition of it that we could read is
older and has the key ID alone. A signer key carries its seed and the ID of its public half.
"""

import os
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar, Self

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from plaudit.tlog.canonical import decoded, to_base64
from plaudit.tlog.refused import Malformed, NotProved

KEY_SIZE = 32
SIGNATURE_SIZE = 64
MOST_CHARACTERS = 1000
_PRIVATE = "PRIVATE+KEY+"
_NAME = re.compile(r"[^\s+\x00-\x1f\ud800-\udfff]+")  # \s is every Unicode space


def check_name(name: str) -> None:
    """Not empty, no Unicode space, no plus (C2SP signed-note, section "Format")."""
    if not _NAME.fullmatch(name):
        raise Malformed(f"A key's name is not empty and has no space and no plus: {name[:80]!r}.")


@dataclass(frozen=True)
class PublicKey(ABC):
    """An Ed25519 key, by which a note's signatures are verified as its kind demands."""

    name: str
    public: bytes
    KIND: ClassVar[int]  # the signature type

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != KEY_SIZE:
            raise Malformed(f"An Ed25519 key has {KEY_SIZE} bytes, not {len(self.public)}.")

    @property
    def id(self) -> bytes:
        """C2SP signed-note, section "Signatures": the first four bytes of a hash of the key."""
        return sha256(self.name.encode() + b"\n" + bytes([self.KIND]) + self.public).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{to_base64(bytes([self.KIND]) + self.public)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        name, claimed, public = _parts(text, cls.KIND)
        key = cls(name, public)
        if str(key) != text:
            raise Malformed(f"The key says its ID is {claimed[:20]!r}; it is {key.id.hex()}.")
        return key

    @abstractmethod
    def verify(self, text: bytes, signature: bytes) -> None:
        """Raises NotProved if this is not this key's signature of a note's text."""

    def verify_bytes(self, message: bytes, signature: bytes) -> None:
        """Plain Ed25519 (RFC 8032). Raises NotProved."""
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except (InvalidSignature, ValueError):
            who = f"{self.name}+{self.id.hex()}"
            raise NotProved(f"The signature by {who} does not verify.") from None


@dataclass(frozen=True)
class SecretKey:
    """An Ed25519 seed with its name. What it signs is its kind's to say."""

    name: str
    seed: bytes = field(repr=False)
    VERIFIER: ClassVar[type[PublicKey]]

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.seed) != KEY_SIZE:
            raise Malformed(f"An Ed25519 seed has {KEY_SIZE} bytes, not {len(self.seed)}.")

    @classmethod
    def generate(cls, name: str) -> Self:
        return cls(name, os.urandom(KEY_SIZE))

    @property
    def verifier(self) -> PublicKey:
        public = Ed25519PrivateKey.from_private_bytes(self.seed).public_key().public_bytes_raw()
        return self.VERIFIER(self.name, public)

    def secret_text(self) -> str:
        """As it stands in a key file."""
        data = bytes([self.VERIFIER.KIND]) + self.seed
        return f"{_PRIVATE}{self.name}+{self.verifier.id.hex()}+{to_base64(data)}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """What is wrong with a wrong key is said without any of its bytes."""
        if not text.startswith(_PRIVATE):
            raise Malformed(f"A signer key begins with {_PRIVATE}.")
        name, _, seed = _parts(text.removeprefix(_PRIVATE), cls.VERIFIER.KIND)
        key = cls(name, seed)
        if key.secret_text() != text:
            raise Malformed("The ID in the signer key is not that of its bytes.")
        return key

    def sign_bytes(self, message: bytes) -> bytes:
        """Plain Ed25519 (RFC 8032)."""
        return Ed25519PrivateKey.from_private_bytes(self.seed).sign(message)


class VerifierKey(PublicKey):
    """Signature type 0x01: Ed25519 over the text (C2SP signed-note, "Ed25519 signatures")."""

    KIND = 0x01

    def verify(self, text: bytes, signature: bytes) -> None:
        self.verify_bytes(text, signature)


class SignerKey(SecretKey):
    VERIFIER = VerifierKey


def _parts(text: str, kind: int) -> tuple[str, str, bytes]:
    """Name, claimed ID and key of a text that may be secret."""
    parts = text.split("+", 2)
    if len(parts) != 3 or len(text) > MOST_CHARACTERS:
        raise Malformed("A key is a name, eight hexadecimal digits and base64, joined by plus.")
    name, claimed, encoded = parts
    data = decoded(encoded)
    if data is None:
        raise Malformed("The last part of the key is not canonical base64.")
    if data[:1] != bytes([kind]):
        raise Malformed(f"The key is not of signature type {kind:#04x}.")
    return name, claimed, data[1:]
