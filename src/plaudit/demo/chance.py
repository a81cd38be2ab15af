"""Chance that comes out the same for the same seed. For the demo only: nothing here is secret."""

import random
from base64 import urlsafe_b64encode
from datetime import datetime

from plaudit.stories.ulid import ALPHABET


class Chance(random.Random):
    """A source of everything that is random in the demo; each purpose takes its own branch."""

    def __init__(self, seed: int, purpose: str = "") -> None:
        super().__init__(f"{seed}/{purpose}")
        self._base = seed

    def branch(self, purpose: str) -> "Chance":
        """So that a change to one part does not move all the others."""
        return Chance(self._base, purpose)

    def ulid(self, at: datetime) -> str:
        number = int(at.timestamp() * 1000) << 80 | self.getrandbits(80)
        return "".join(ALPHABET[number >> shift & 31] for shift in range(125, -5, -5))

    def nonce(self) -> str:
        return urlsafe_b64encode(self.randbytes(16)).decode().rstrip("=")
