"""How things stand: what the lists hold, up to which ballot, as of when."""

from dataclasses import dataclass
from datetime import UTC, datetime

from plaudit.people.models import Policy
from plaudit.points import ballots
from plaudit.points.models import Progress
from plaudit.rankings import falls, formulas, lists, windows
from plaudit.rankings.models import Edge


@dataclass(frozen=True)
class Standing:
    """Read it before the places: what falls in between is then left out, never shown twice."""

    ballots: int
    falls: int
    forgotten: int
    second: int
    edges: dict[str, Edge]
    policy: Policy

    @property
    def as_of(self) -> datetime | None:
        """The moment of the figures; None before the first tick."""
        return datetime.fromtimestamp(self.second, tz=UTC) if self.second else None

    @property
    def last_hour(self) -> int:
        return formulas.last_hour(self.second)

    def window_start(self, window: str) -> datetime:
        return ballots.slot_start(self.edges[window].slot)


def read() -> Standing:
    names = (lists.BALLOTS, falls.WRITTEN, falls.FORGOTTEN, lists.AS_OF)
    found = dict(Progress.objects.filter(name__in=names).values_list("name", "number"))
    return Standing(
        ballots=found.get(lists.BALLOTS, 0),
        falls=found.get(falls.WRITTEN, 0),
        forgotten=found.get(falls.FORGOTTEN, 0),
        second=found.get(lists.AS_OF, 0),
        edges=windows.edges(),
        policy=Policy.load(),
    )
