"""A vote on its way into the ballot box, and what became of it."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

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


class Unanswered(Enum):
    """Nothing was cast."""

    LEFT = "left"  # for the ordinary desk, which refuses it, asks for work, or does it after all
    BUSY = "busy"  # the database could not be written to


class Counted(NamedTuple):
    """The value in force, with the points; durable. `is_welcome`: a guest to be remembered."""

    value: int
    points: Points
    is_welcome: bool


Outcome = Counted | Unanswered
