"""Counting a subject's points the plain way: from all its ballots, the last of each voter."""

from collections import Counter
from datetime import date

from plaudit.points.ballots import slot_start
from plaudit.points.models import Ballot, Carry, DayTally, Decision, Tally
from plaudit.points.tallies import CLASSES, SUMS, Points
from plaudit.recount import leaves
from plaudit.recount.replay import Replay


def recount(about: str) -> Points:
    """The points, from the last revision of every tag, unless it is set aside."""
    last = {row.tag: row for row in Ballot.objects.filter(about=about).order_by("rev")}
    held = Carry.objects.filter(about=about, number__isnull=False)
    points, aside = Points(carried=sum(row.value for row in held)), set_aside(about)
    for row in last.values():
        if (row.tag, row.rev) in aside:
            points.set_aside += row.value != 0
            continue
        points.up += row.value == 1
        points.down += row.value == -1
        name = CLASSES[row.kind]
        setattr(points, name, getattr(points, name) + row.value)
    return points


def set_aside(about: str) -> set[tuple[str, int]]:
    """The ballots (tag and rev) whose last decision that holds is to set them aside."""
    held = Decision.objects.filter(about=about, number__isnull=False).order_by("number")
    last = {(row.tag, row.rev): row.kind for row in held}
    return {ballot for ballot, kind in last.items() if kind == Decision.Kind.VOID}


def by_day(about: str) -> dict[date, tuple[int, int]]:
    """What each day gained in ups and downs, where ballots that are set aside have the value 0."""
    days: dict[date, Counter[int]] = {}
    in_force: dict[str, int] = {}
    aside = set_aside(about)
    for row in Ballot.objects.filter(about=about).order_by("tag", "rev"):
        value = 0 if (row.tag, row.rev) in aside else row.value
        gained = days.setdefault(slot_start(row.slot).date(), Counter())
        gained[value] += 1
        gained[in_force.get(row.tag, 0)] -= 1
        in_force[row.tag] = value
    return {day: (gained[1], gained[-1]) for day, gained in days.items()}


def replayed(about: str) -> Points:
    """The points by the replay rule, from a log of all numbered ballots and decisions."""
    log = [leaves.Policy().encoded()]
    index: dict[tuple[str, str, int], int] = {}
    decisions = list(Decision.objects.exclude(number=None).order_by("number"))
    for row in Ballot.objects.exclude(number=None).order_by("number"):
        while decisions and decisions[0].after == row.number:
            log.append(_leaf(decisions.pop(0), index))
        index[row.about, row.tag, row.rev] = len(log)
        log.append(_ballot(row))
    log += [_leaf(decision, index) for decision in decisions]
    carries = Carry.objects.exclude(number=None)
    log += [leaves.Carried(row.about, row.value, row.source).encoded() for row in carries]
    replay = Replay(log.__getitem__)
    replay.feed(log)
    found = replay.points(about)
    return Points(**{name: getattr(found, name) for name in SUMS})


def _ballot(row: Ballot) -> bytes:
    return leaves.Ballot(row.about, row.tag, row.rev, row.value, row.kind, row.nonce).encoded()


def _leaf(row: Decision, index: dict[tuple[str, str, int], int]) -> bytes:
    target = index[row.about, row.tag, row.rev]
    if row.kind == Decision.Kind.VOID:
        return leaves.Void(target, row.reason).encoded()
    return leaves.Unvoid(target).encoded()


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
