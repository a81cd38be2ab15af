"""How one field of a leaf is written: in exactly one way for each of its values."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from plaudit.tlog.canonical import from_base64, to_base64
from plaudit.tlog.hashes import MOST_LEAVES
from plaudit.tlog.refused import Malformed

ULID = "[0-7][0-9A-HJKMNP-TV-Z]{25}"
MOST_SHOWN = 60  # characters of a wrong value, in a message


@dataclass(frozen=True)
class Form:
    """A pattern whose every match is the one spelling of a value, and the way there and back."""

    pattern: str
    what: str  # completes "is not …"
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str
    most: int | None = None  # for numbers: where the pattern alone allows more

    def value(self, text: str, name: str) -> Any:
        """Raises Malformed."""
        if re.fullmatch(self.pattern, text, re.ASCII):
            value = self.read(text)
            if self.most is None or value <= self.most:
                return value
        raise Malformed(f"{name} is not {self.what}: {text[:MOST_SHOWN]!r}.")

    def text(self, value: Any, name: str) -> str:
        """Raises Malformed for a value that the field cannot have."""
        try:
            text = self.write(value)
        except (TypeError, ValueError):
            text = repr(value)
        if self.value(text, name) != value:
            raise Malformed(f"{name} is not {self.what}: {value!r}.")
        return text


def number(first: int, most: int) -> Form:
    """A number from `first` (0 or 1) on, without sign, spaces or leading zeros."""
    digits = f"[1-9][0-9]{{0,{len(str(most)) - 1}}}"
    pattern = digits if first else f"0|{digits}"
    return Form(pattern, f"a plain number from {first} to {most}", int, str, most)


def _signed(value: int) -> str:
    return f"{value:+d}" if value else "0"


def words(*allowed: str) -> Form:
    return Form("|".join(allowed), f"one of {', '.join(allowed)}")


# The characters that can come last say what the bits beyond the last byte are: nought.
ABOUT = Form(f"[sci]/{ULID}", "s/, c/ or i/ and a ULID")
TAG = Form("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]", "32 bytes as 43 characters of base64url")
NONCE = Form("[A-Za-z0-9_-]{21}[AQgw]", "16 bytes as 22 characters of base64url")
REVISION = number(1, 999_999_999)
VALUE = Form(r"\+1|-1|0", "+1, -1 or 0", int, _signed)
KIND = words("m", "g", "f")
RULE = Form("1", "1, the one rule that is known", int)
WEIGHT = number(0, 1000)
INDEX = number(0, MOST_LEAVES - 1)
SIZE = number(1, MOST_LEAVES)
REASON = words("ring", "spam", "duplicate", "legal", "error")
TOTAL = Form(r"[+-][1-9][0-9]{0,11}", "+ or - and a number from 1 to 999999999999", int, _signed)
SOURCE = words("wordpress", "ghost", "archive", "other")
ORIGIN = Form(r"[!-*,-~]{1,255}", "1 to 255 visible ASCII characters without a plus")
ROOT = Form(
    "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=",
    "the base64 of 32 bytes",
    lambda text: from_base64(text, "root"),
    to_base64,
)
