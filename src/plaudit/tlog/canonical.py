"""Numbers, base64 and text, each in the one way in which they may be written."""

import base64
import binascii
import re

from plaudit.tlog.hashes import HASH_SIZE, MOST_LEAVES
from plaudit.tlog.refused import Malformed

MOST_SECONDS = 2**63 - 1
_DECIMAL = re.compile("0|[1-9][0-9]{0,18}", re.ASCII)
# ASCII controls but the newline, which notes must not have, and what UTF-8 cannot write.
_REFUSED = re.compile("[\x00-\x09\x0b-\x1f\ud800-\udfff]")


def decimal(text: str, what: str, most: int = MOST_LEAVES) -> int:
    """A number without sign, spaces or leading zeros."""
    if not _DECIMAL.fullmatch(text) or int(text) > most:
        raise Malformed(f"The {what} is not a plain decimal number up to {most}: {text[:40]!r}.")
    return int(text)


def decoded(text: str) -> bytes | None:
    """RFC 4648, section 4, with padding and nothing in the bits that do not count; None if it is
    written in any other way."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if to_base64(data) == text else None


def from_base64(text: str, what: str) -> bytes:
    data = decoded(text)
    if data is None:
        raise Malformed(f"The {what} is not canonical base64: {text[:60]!r}.")
    return data


def to_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def hash_from(text: str, what: str) -> bytes:
    data = from_base64(text, what)
    if len(data) != HASH_SIZE:
        raise Malformed(f"The {what} has {len(data)} bytes; a hash has {HASH_SIZE}.")
    return data


def text_from(data: bytes, most: int, what: str) -> str:
    """At most so many bytes of UTF-8, without control characters other than the newline."""
    if len(data) > most:
        raise Malformed(f"The {what} has {len(data)} bytes; at most {most} are read.")
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise Malformed(f"The {what} is not UTF-8 at byte {error.start}.") from None
    check_text(text, what)
    return text


def check_text(text: str, what: str) -> None:
    if found := _REFUSED.search(text):
        raise Malformed(
            f"The {what} has the character U+{ord(found[0]):04X} at position {found.start()}."
        )


def lines_of(text: str, what: str) -> list[str]:
    """The lines of a text, each without the newline that ends it."""
    if not text.endswith("\n"):
        raise Malformed(f"The {what} does not end with a newline.")
    return text[:-1].split("\n")
