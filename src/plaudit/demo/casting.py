"""Casts the demo's ballots through the code that casts everybody's, in the order of time."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from django.db import transaction

from plaudit.demo.chance import Chance
from plaudit.demo.turnout import Vote
from plaudit.people.guests import SECRET_BYTES
from plaudit.points import ballots
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter

AT_ONCE = 2_000  # ballots in a transaction: one durable write for all of them

Tell = Callable[[str, int, int], None]


class Crowd:
    """Members with the accounts they have, and as many guests as are asked for."""

    def __init__(self, members: Sequence[Voter], chance: Chance) -> None:
        self._members = members
        self._chance = chance

    def voter(self, number: int) -> Voter:
        if number < 0:
            return self._members[-1 - number]
        secret = self._chance.branch(f"guest {number}").randbytes(SECRET_BYTES)
        return Voter(Ballot.Kind.GUEST, secret)


def cast(
    votes: Sequence[Vote], abouts: Sequence[str], crowd: Crowd, now: datetime, tell: Tell
) -> None:
    nonces = Chance(len(votes), "nonces")
    for start in range(0, len(votes), AT_ONCE):
        with transaction.atomic():
            for vote in votes[start : start + AT_ONCE]:
                at = now - timedelta(hours=vote.hours_ago)
                voter = crowd.voter(vote.voter)
                ballots.cast(abouts[vote.subject], voter, vote.value, nonces.nonce(), at)
        tell("Ballots", min(start + AT_ONCE, len(votes)), len(votes))
