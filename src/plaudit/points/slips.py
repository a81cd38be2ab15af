"""A vote on its way into the ballot box, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from plaudit.points.ballots import InForce
from plaudit.points.tallies import Points
from plaudit.points.voters import Voter


@dataclass(frozen=True, slots=True, eq=False)
class Slip:
    """A guest's vote as it goes into the box."""

    name: str  # what the rooms above call the subject; looked up where the ballot is cast
    voter: Voter
    value: int
    nonce: str
    address: str
    ticket: object = None  # whatever the one who put it in knows it by


class Receipt(NamedTuple):
    """What a voter gets for a ballot: its leaf in the public log, and a signed promise of it."""

    leaf: str | None
    ack: str | None


NO_RECEIPT = Receipt(None, None)  # for a voter who had nothing to withdraw


# Makes the receipt of a ballot that is durable; the rooms above, which know the log, pass it in.
Sign = Callable[[InForce], Receipt]


class Unanswered(Enum):
    """Nothing was cast."""

    LEFT = "left"  # for the ordinary desk, which refuses it, asks for work, or does it after all
    BUSY = "busy"  # the database could not be written to


class Counted(NamedTuple):
    """The ballot in force, with the points; durable. `is_welcome`: a guest to be remembered."""

    in_force: InForce | None  # None: there was nothing to withdraw
    points: Points
    is_welcome: bool

    @property
    def value(self) -> int:
        return self.in_force.value if self.in_force else 0


Outcome = Counted | Unanswered
