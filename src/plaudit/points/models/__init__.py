"""Ballots, what moderators decide about them, and what they amount to: a noun a file."""

from plaudit.points.models.ballot import Ballot
from plaudit.points.models.cap import DailySalt, PrefixCount, SpentProof
from plaudit.points.models.carry import Carry
from plaudit.points.models.decision import Decision
from plaudit.points.models.tally import DayTally, Progress, Tally
from plaudit.points.models.voter import MemberSecret, VoterLink

__all__ = [
    "Ballot",
    "Carry",
    "DailySalt",
    "DayTally",
    "Decision",
    "MemberSecret",
    "PrefixCount",
    "Progress",
    "SpentProof",
    "Tally",
    "VoterLink",
]
