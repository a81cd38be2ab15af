"""What a site said of ballots on their way into the log, held against it at the next audit."""

from dataclasses import asdict, dataclass
from typing import Any

from plaudit.auditor.findings import Findings, many
from plaudit.auditor.memory import Memory

SECONDS = 600  # within which a ballot has to be in the log (docs/spec/ledger.md)
GRACE_SECONDS = 120


@dataclass(frozen=True)
class Promise:
    at: int = 0  # seconds since 1970
    size: int = 0  # of the log that was counted
    unsealed: int = 0  # ballots that the site counted beyond it

    @classmethod
    def remembered(cls, memory: Memory) -> "Promise":
        found: dict[str, Any] = memory.promise()
        if set(found) == {"at", "size", "unsealed"} and all(
            type(value) is int for value in found.values()
        ):
            return cls(**found)
        return cls()

    def keep(self, memory: Memory) -> None:
        memory.keep_promise(asdict(self))

    def is_kept(self, size: int) -> bool:
        """Whether the log has grown by as much as was on its way."""
        return size - self.size >= self.unsealed

    def judge(self, size: int, now: float, found: Findings) -> None:
        if not self.is_kept(size) and now > self.at + SECONDS + GRACE_SECONDS:
            found.differs(
                "promise",
                f"At an earlier audit the site counted {many(self.unsealed, 'ballot')} on the way "
                f"into the log. The time is up, and {many(size - self.size, 'leaf')} came.",
            )
