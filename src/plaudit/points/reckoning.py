"""What many votes come to, one after the other, from what is known of their voters. Pure.

It decides as `ballots.cast` and `caps.admit` do, vote by vote; a test holds the two together.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from plaudit.points.ballots import Cast, InForce
from plaudit.points.models import Ballot

GUEST = Ballot.Kind.GUEST.value
Key = tuple[str, str]  # a subject, and a tag, a nonce or a block on it


class Paper(NamedTuple):
    """A vote with everything the database is to know of it."""

    about: str
    tag: str
    value: int
    nonce: str
    block: str  # the hashed name of the guest's address block
    is_new: bool


class Standing(NamedTuple):
    """A voter's last revision, which is in force."""

    rev: int = 0
    value: int = 0
    kind: str = GUEST
    nonce: str = ""


NEVER = Standing()


class Row(NamedTuple):
    """A ballot to be added, in the order of the columns, and the value before it."""

    about: str
    tag: str
    rev: int
    value: int
    nonce: str
    previous: int


@dataclass
class Reckoning:
    """Starts from what the database holds; `rows` and `admitted` are what it has to add."""

    standings: dict[Key, Standing]
    firsts: dict[Key, InForce]  # with which ballot a nonce was used
    guests: Mapping[Key, int]  # how many new guests of a block were counted
    cap: int
    rows: list[Row] = field(default_factory=list)
    admitted: dict[Key, int] = field(default_factory=dict)

    def cast(self, paper: Paper) -> Cast | None:
        """The ballot in force and the revision added; None for one that is not to be counted."""
        about, tag = paper.about, paper.tag
        standing = self.standings.get((about, tag), NEVER)
        rev = standing.rev
        if paper.value == standing.value:
            return Cast(self._in_force(about, tag), 0)
        first = self.firsts.get((about, paper.nonce))
        if first is not None:
            return self._repeated(paper, first)
        if rev == 0 and not self._admit(paper):
            return None
        self.rows.append(Row(about, tag, rev + 1, paper.value, paper.nonce, standing.value))
        self.standings[about, tag] = Standing(rev + 1, paper.value, GUEST, paper.nonce)
        added = InForce(about, tag, *self.standings[about, tag])
        self.firsts[about, paper.nonce] = added
        return Cast(added, rev + 1)

    def is_welcome(self, paper: Paper) -> bool:
        """Whether a new guest's ballot is there, so that the guest is to be remembered.

        It is there without a row of ours if an attempt to write it was only said to have failed.
        """
        return paper.is_new and (paper.about, paper.tag) in self.standings

    def _repeated(self, paper: Paper, first: InForce) -> Cast | None:
        if first.tag == paper.tag:
            return Cast(self._in_force(paper.about, paper.tag), 0)
        return Cast(first, 0) if paper.is_new else None

    def _in_force(self, about: str, tag: str) -> InForce | None:
        standing = self.standings.get((about, tag))
        return InForce(about, tag, *standing) if standing else None

    def _admit(self, paper: Paper) -> bool:
        """Count a new guest of this block, unless there are enough of them."""
        block = paper.about, paper.block
        admitted = self.admitted.get(block, 0)
        if self.guests.get(block, 0) + admitted >= self.cap:
            return False
        self.admitted[block] = admitted + 1
        return True
