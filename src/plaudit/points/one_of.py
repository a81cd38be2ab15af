"""A voter's one point among several subjects, as in a poll in which one option can be chosen."""

from collections.abc import Collection
from datetime import datetime

from plaudit.points import ballots, own, turns
from plaudit.points.ballots import InForce
from plaudit.points.voters import Voter


def take_turn(abouts: Collection[str], voter: Voter) -> None:
    """Let this voter do one thing at a time about these, until the transaction ends.

    Else two choices at once would not see each other, and both would stay.
    """
    turns.take(f"one of {voter.tag(min(abouts))}")


def withdraw(abouts: Collection[str], voter: Voter, at: datetime) -> list[InForce]:
    """Take back what the voter has given to any of these: the ballots that do."""
    if voter.is_new:
        return []
    standing = own.values(voter, abouts)
    given = [about for about, value in standing.items() if value]
    casts = [ballots.cast(about, voter, 0, ballots.new_nonce(), at) for about in given]
    return [cast.in_force for cast in casts if cast.in_force]
