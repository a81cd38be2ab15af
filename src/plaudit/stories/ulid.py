"""ULIDs: 26 characters that sort by the time they were made (github.com/ulid/spec)."""

import secrets
import time

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32


def new() -> str:
    """48 bits of milliseconds since 1970, then 80 random bits."""
    number = (time.time_ns() // 1_000_000) << 80 | secrets.randbits(80)
    return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))
