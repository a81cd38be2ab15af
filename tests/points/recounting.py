"""Counting a subject's points the plain way: from all its ballots, the last of each voter."""

from plaudit.points.models import Ballot, DayTally, Tally
from plaudit.points.tallies import CLASSES, SUMS, Points


def recount(about: str) -> Points:
    """The points, from the last revision of every tag."""
    last = {row.tag: row for row in Ballot.objects.filter(about=about).order_by("rev")}
    points = Points()
    for row in last.values():
        points.up += row.value == 1
        points.down += row.value == -1
        name = CLASSES[row.kind]
        setattr(points, name, getattr(points, name) + row.value)
    return points


def tallied(about: str) -> Points:
    """The points, as the tick has kept them."""
    return Points(**(Tally.objects.filter(about=about).values(*SUMS).first() or {}))


def days(about: str) -> tuple[int, int]:
    """The ups and downs of all days together."""
    rows = DayTally.objects.filter(about=about).values_list("up", "down")
    return sum(up for up, _ in rows), sum(down for _, down in rows)


def has_unbroken_chains(about: str) -> bool:
    """Every voter's revisions are 1, 2, 3…, each with another value than the one before."""
    chains: dict[str, list[int]] = {}
    for row in Ballot.objects.filter(about=about).order_by("rev"):
        chain = chains.setdefault(row.tag, [0])
        if row.rev != len(chain) or row.value == chain[-1]:
            return False
        chain.append(row.value)
    return True


def numbers() -> list[int | None]:
    return list(Ballot.objects.order_by("number", "id").values_list("number", flat=True))
