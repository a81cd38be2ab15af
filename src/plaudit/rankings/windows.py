"""Points gained in the last 24 hours, 7 days, 30 days: what is inside, and what leaves."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.db import connection
from django.db.models import QuerySet

from plaudit.points import counting
from plaudit.points.changes import Change
from plaudit.rankings import formulas
from plaudit.rankings.models import Edge, Gain
from plaudit.rankings.scores import SUMS, Sums

DAY_SLOTS = 144
Gains = Mapping[tuple[str, int], int]  # (ulid, slot) → points

LEAVING = """
SELECT slot, ulid, points FROM rankings_gain
WHERE (slot, ulid) >= (%s, %s) AND slot < %s ORDER BY slot, ulid LIMIT %s
"""


def edges() -> dict[str, Edge]:
    """Where each window starts; before the first slide everything is inside."""
    found = {edge.window: edge for edge in Edge.objects.all()}
    return {window: found.get(window, Edge(window=window)) for window in formulas.SLOTS}


def gains(changes: Iterable[Change]) -> Gains:
    """What changes about stories come to, by story and slot."""
    gained: Counter[tuple[str, int]] = Counter()
    for change in changes:
        if change.about.startswith("s/"):
            gained[change.about[2:], change.slot] += change.gained
    return gained


def remember(gained: Gains, edge: Edge) -> None:
    """Keep the gains that are inside the longest window, so that they can leave it one day."""
    inside = (
        (ulid, slot, points)
        for (ulid, slot), points in sorted(gained.items())
        if points and edge.has_inside(slot, ulid)
    )
    counting.add("rankings_gain", ["ulid", "slot"], ["points"], inside)


def sums(gained: Gains, starts: Mapping[str, Edge]) -> dict[str, Sums]:
    """What each story gains in each list: everything in Top, and where it is inside a window."""
    totals: dict[str, list[int]] = defaultdict(lambda: [0] * len(SUMS))
    for (ulid, slot), points in gained.items():
        total = totals[ulid]
        total[-1] += points
        for place, window in enumerate(formulas.SLOTS):
            if starts[window].has_inside(slot, ulid):
                total[place] += points
    return {ulid: Sums(*total) for ulid, total in totals.items()}


def leave(edge: Edge, until: int, limit: int) -> dict[str, Sums]:
    """Move the edge towards slot `until`, over `limit` gains at most.

    Returns what the stories lose in this window: the gains that have left, negative.
    """
    with connection.cursor() as cursor:
        cursor.execute(LEAVING, [edge.slot, edge.ulid, until, limit + 1])
        found = cursor.fetchall()
    edge.slot, edge.ulid = found[limit][:2] if len(found) > limit else (until, "")
    edge.save()
    left: Counter[str] = Counter()
    for _slot, ulid, points in found[:limit]:
        left[ulid] -= points
    return {ulid: Sums(**{edge.window: points}) for ulid, points in left.items()}


def are_old(edge: Edge) -> bool:
    """Whether any gains left the longest window, whose edge this is, more than a day ago."""
    return _old(edge).exists()


def forget(edge: Edge, limit: int) -> int:
    """Remove those, a batch at most. Returns how many."""
    old = _old(edge).order_by("slot", "ulid")
    return Gain.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:limit])).delete()[0]


def _old(edge: Edge) -> QuerySet[Gain]:
    return Gain.objects.filter(slot__lt=edge.slot - DAY_SLOTS)
