"""Entry bundles as in C2SP tlog-tiles, section "Log entries": each entry behind its length."""

from collections.abc import Iterable

from plaudit.tlog.refused import Malformed
from plaudit.tlog.tiles import WIDTH

MOST_BYTES = 65_535  # of an entry: its length is an unsigned 16-bit number
MOST_BUNDLE_BYTES = WIDTH * (2 + MOST_BYTES)


def encode(entries: Iterable[bytes]) -> bytes:
    """The bundle of 1 to 256 entries. Raises Malformed for an entry that is too long."""
    pieces: list[bytes] = []
    for entry in entries:
        if len(entry) > MOST_BYTES:
            raise Malformed(f"An entry of {len(entry)} bytes is too long; {MOST_BYTES} fit.")
        pieces += (len(entry).to_bytes(2, "big"), entry)
    if not 0 < len(pieces) <= 2 * WIDTH:
        raise Malformed(f"A bundle has 1 to {WIDTH} entries, not {len(pieces) // 2}.")
    return b"".join(pieces)


def decode(data: bytes, width: int) -> list[bytes]:
    """The entries of a bundle that has to hold exactly `width`."""
    entries: list[bytes] = []
    at, end = 0, len(data)
    for number in range(width):
        if at == end:
            raise Malformed(f"The bundle has {number} entries; {width} were expected.")
        start = at + 2
        at = start + (data[at] << 8 | data[at + 1]) if start <= end else end + 1
        if at > end:
            raise Malformed(f"The bundle ends within entry {number}, at byte {end}.")
        entries.append(data[start:at])
    if at != end:
        raise Malformed(f"After entry {width - 1} the bundle has {end - at} bytes too many.")
    return entries
