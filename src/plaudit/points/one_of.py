"""Several subjects that belong together, as the options of a poll: new guests are counted for all
of them, and a voter may have one point among them."""

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


def has_voted(abouts: Collection[str], voter: Voter) -> bool:
    """Whether the voter has a ballot about any of these, if only one that was taken back."""
    return bool(abouts) and not voter.is_new and bool(own.values(voter, abouts))


def withdraw(abouts: Collection[str], voter: Voter, at: datetime) -> list[InForce]:
    """Take back what the voter has given to any of these: the ballots that do."""
    if voter.is_new:
        return []
    standing = own.values(voter, abouts)
    given = [about for about, value in standing.items() if value]
    casts = [ballots.cast(about, voter, 0, ballots.new_nonce(), at) for about in given]
    return [cast.in_force for cast in casts if cast.in_force]
