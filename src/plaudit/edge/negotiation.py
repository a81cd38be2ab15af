"""What a client accepts and what it has already (RFC 9110, sections 12.5.3, 13.1.2)."""

import re
from functools import lru_cache

from plaudit.edge.page import ENCODINGS, Page, Representation

QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)
LONGEST = 512  # bytes of a header that are read; who sends more gets what everybody understands


@lru_cache(maxsize=1024)
def accepted(header: bytes | None) -> tuple[str, ...]:
    """The encodings a client accepts, the one it likes best first; always ends in identity.

    Identity cannot be refused here: there is nothing to be had instead.
    """
    if header is None or len(header) > LONGEST:
        return ("identity",)
    qualities = _qualities(header.decode("latin-1"))
    others = qualities.get("*", 0.0)
    liked = [
        (qualities.get(name, others), -place, name)
        for place, name in enumerate(ENCODINGS)
        if name != "identity"
    ]
    plain = qualities.get("identity", 0.001)
    best = [name for quality, _, name in sorted(liked, reverse=True) if quality > 0]
    before = [name for name in best if qualities.get(name, others) >= plain]
    return (*before, "identity")


def _qualities(text: str) -> dict[str, float]:
    found = {}
    for item in text.split(","):
        name, *parameters = item.split(";")
        quality = 1.0
        for parameter in parameters:
            match = QUALITY.fullmatch(parameter)
            quality = float(match[1]) if match else 0.0
        name = name.strip().lower()
        found["gzip" if name == "x-gzip" else name] = quality
    return found


def is_unchanged(page: Page, found: Representation, if_none_match: bytes | None) -> bool:
    """Whether 304 says it all: the client's copy is this one, of a page that is there."""
    return page.status == 200 and has_already(if_none_match or b"", found.etag)


def has_already(if_none_match: bytes, etag: bytes) -> bool:
    """Whether the client's copy is this one (weak comparison, as GET asks for)."""
    if if_none_match.strip() == b"*":
        return True
    items = if_none_match[:4096].split(b",")
    return any(item.strip().removeprefix(b"W/") == etag for item in items)
