"""The ballots about one story of the archive, as rows, and what went along with them."""

from base64 import urlsafe_b64encode
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from plaudit import settings
from plaudit.demo import turnout
from plaudit.demo.chance import Chance
from plaudit.demo.turnout import Subject, Vote
from plaudit.people.guests import SECRET_BYTES
from plaudit.points import ballots, voters
from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import Voter

NAMES = ("about", "tag", "rev", "value", "kind", "nonce", "slot")
NONCE_BYTES = 16
DAY_SLOTS = 24 * 3600 // ballots.SLOT_SECONDS
Row = tuple[str, str, int, int, str, str, int]


class Poll(NamedTuple):
    """Ballots by NAMES in order, members' links, readings by day, and who passed it on."""

    ballots: list[Row]
    links: dict[str, tuple[int, date]]  # tag → member, day
    views: dict[date, int]
    sharers: list[Voter]


class Polling:
    """Holds the polls. `now` is the moment the demo is made."""

    def __init__(self, members: Sequence[Voter], now: datetime, chance: Chance) -> None:
        self._members = members
        self._origin = settings.load().ledger_origin
        self._now = int(now.timestamp())
        self._kept_from = (now - timedelta(days=VoterLink.KEPT_DAYS)).date()
        self._chance = chance

    def hold(self, about: str, subject: Subject, up: int, down: int) -> Poll:
        found = turnout.votes(0, subject, (up, down), len(self._members), self._chance)
        found.sort(key=lambda vote: -vote.hours_ago)
        crowd = {number: self._voter(number) for number in {vote.voter for vote in found}}
        tags = {n: voters.tag(self._origin, about, who.secret) for n, who in crowd.items()}
        rows = self._rows(about, found, crowd, tags)
        days = Counter(row[-1] // DAY_SLOTS for row in rows)
        low, high = turnout.VIEWS_PER_BALLOT
        views = {_day(day): self._chance.randint(low * n, high * n) for day, n in days.items()}
        sharers = [crowd[voter] for _, voter in turnout.sharers(found, self._chance)]
        return Poll(rows, self._links(crowd, tags, found), views, sharers)

    def _voter(self, number: int) -> Voter:
        if number < 0:
            return self._members[-1 - number]
        return Voter(Ballot.Kind.GUEST, self._chance.randbytes(SECRET_BYTES))

    def _rows(
        self, about: str, found: list[Vote], crowd: dict[int, Voter], tags: dict[int, str]
    ) -> list[Row]:
        nonces = self._chance.randbytes(NONCE_BYTES * len(found))
        revisions: Counter[int] = Counter()
        rows: list[Row] = []
        for place, vote in enumerate(found):
            who = vote.voter
            revisions[who] += 1
            nonce = nonces[NONCE_BYTES * place : NONCE_BYTES * (place + 1)]
            text = urlsafe_b64encode(nonce).decode().rstrip("=")
            kind = crowd[who].kind.value
            rows.append(
                (about, tags[who], revisions[who], vote.value, kind, text, self._slot(vote))
            )
        return rows

    def _links(
        self, crowd: dict[int, Voter], tags: dict[int, str], found: list[Vote]
    ) -> dict[str, tuple[int, date]]:
        """As long as links are kept; the later ballot's day counts."""
        days = {vote.voter: _day(self._slot(vote) // DAY_SLOTS) for vote in found}
        return {
            tags[number]: (who.user_id, days[number])
            for number, who in sorted(crowd.items())
            if who.user_id is not None and days[number] >= self._kept_from
        }

    def _slot(self, vote: Vote) -> int:
        return int(self._now - vote.hours_ago * 3600) // ballots.SLOT_SECONDS


def _day(number: int) -> date:
    return datetime.fromtimestamp(number * DAY_SLOTS * ballots.SLOT_SECONDS, tz=UTC).date()
