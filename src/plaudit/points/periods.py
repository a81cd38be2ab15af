"""The points of a subject given before and after certain moments, recomputed from its ballots."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import datetime

from django.db import connection
from django.db.models import Max

from plaudit.points import ballots
from plaudit.points.models import Ballot
from plaudit.points.tallies import CLASSES, Points

# Ballots in force up to a mark: their voters' last, not withdrawn, not set aside. Those that have
# no number yet count, as they do in the live figure.
IN_FORCE = """
SELECT {period} AS period, now.class, now.value, COUNT(*) FROM points_ballot AS now
WHERE now.about = %s AND now.id <= %s AND now.value <> 0
AND NOT EXISTS (SELECT 1 FROM points_ballot AS next WHERE next.about = now.about
                AND next.tag = now.tag AND next.rev = now.rev + 1)
AND (SELECT COUNT(*) & 1 FROM points_decision AS decision WHERE decision.about = now.about
     AND decision.tag = now.tag AND decision.rev = now.rev AND decision.number IS NOT NULL) = 0
GROUP BY 1, 2, 3
"""


def mark(about: str, at: datetime | None) -> int:
    """What parts the ballots given by now (or by a moment in the past) from later ones: an id.

    Of the past the ten minutes are known in which a ballot was cast; those of the moment itself
    count as later.
    """
    found = Ballot.objects.all()
    if at is not None:
        found = found.filter(about=about, slot__lt=ballots.slot_of(at))
    last: int | None = found.aggregate(last=Max("pk"))["last"]
    return last or 0


def apart(about: str, marks: Sequence[int], live: Points) -> list[Points]:
    """The points up to the first mark, between it and the second, and so on; then those since.

    A ballot counts where it was given, and only if it is in force now: whoever changed a point
    after a correction gave it after the correction. `marks` are in order. All of it adds up to
    `live`, but for what was carried over and the number of those set aside, which are of no time.
    """
    found = [Points() for _ in range(len(marks) + 1)]
    for period, kind, value, times in _counted(about, marks):
        found[period].count(kind, value, 0, times=times)
    rest = found[-1]  # by what is left, so that a ballot that comes in meanwhile is in both or none
    for name in ("up", "down", *CLASSES.values()):
        setattr(rest, name, getattr(live, name) - sum(getattr(it, name) for it in found[:-1]))
    return found


def _counted(about: str, marks: Sequence[int]) -> list[tuple[int, str, int, int]]:
    if not marks:
        return []
    cases = " ".join(
        f"WHEN now.id <= {int(limit)} THEN {bisect_left(marks, limit)}" for limit in marks
    )
    statement = IN_FORCE.format(period=f"CASE {cases} END")
    with connection.cursor() as cursor:
        cursor.execute(statement, [about, marks[-1]])
        return [(period, kind, value, times) for period, kind, value, times in cursor.fetchall()]
