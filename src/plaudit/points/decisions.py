"""Setting ballots aside and letting them count again: what moderators decide, and when it holds."""

import json
from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction

from plaudit.points import ballots, bulk, changes, numbering, tallies, turns, waiting
from plaudit.points.models import Decision

BATCH = 1_000
TABLE = "points_decision"
NUMBERS = {
    "sqlite": "SELECT value FROM json_each(%s)",
    "postgresql": "SELECT value::bigint FROM json_array_elements_text(%s)",
}

# What is drawn already, and not decided so already. Two moderators at once collide on the turn;
# the later one adds nothing.
DECIDE = """
INSERT INTO points_decision (about, tag, rev, turn, kind, reason, role, at)
SELECT about, tag, rev, turns + 1, %s, %s, %s, %s FROM (
    SELECT about, tag, rev, (
        SELECT COUNT(*) FROM points_decision AS decision WHERE decision.about = ballot.about
        AND decision.tag = ballot.tag AND decision.rev = ballot.rev) AS turns
    FROM points_ballot AS ballot WHERE ballot.about = %s AND ballot.number IN ({numbers})
) AS wanted WHERE turns & 1 = %s ORDER BY tag, rev ON CONFLICT DO NOTHING
"""

AFTER = ", after = (SELECT MAX(number) + 1 FROM points_ballot)"

# The last decision about each ballot that is its voter's last.
STANDING = """
SELECT decision.reason, COUNT(*) FROM points_decision AS decision
JOIN points_ballot AS now
ON now.about = decision.about AND now.tag = decision.tag AND now.rev = decision.rev
WHERE decision.about = %s AND decision.number IS NOT NULL AND decision.kind = 'void'
AND now.value <> 0
AND NOT EXISTS (SELECT 1 FROM points_decision AS later WHERE later.about = now.about
                AND later.tag = now.tag AND later.rev = now.rev
                AND later.turn > decision.turn AND later.number IS NOT NULL)
AND NOT EXISTS (SELECT 1 FROM points_ballot AS next WHERE next.about = now.about
                AND next.tag = now.tag AND next.rev = now.rev + 1)
GROUP BY decision.reason ORDER BY COUNT(*) DESC, decision.reason
"""

# Each with the number of its ballot.
SINCE = """
SELECT decision.number, decision.about, decision.kind, decision.reason, now.number
FROM points_decision AS decision JOIN points_ballot AS now
ON now.about = decision.about AND now.tag = decision.tag AND now.rev = decision.rev
WHERE decision.number >= %s ORDER BY decision.number LIMIT %s
"""


DECIDED = f"""
SELECT DISTINCT {bulk.FIRST} FROM {{rows}}
WHERE EXISTS (SELECT 1 FROM points_decision WHERE about = {bulk.FIRST} AND tag = {bulk.SECOND})
"""  # noqa: S608  (names are ours)


class Decided(NamedTuple):
    """A decision that holds; `ballot` is the number of the one it is about."""

    number: int
    about: str
    kind: str
    reason: str
    ballot: int


def set_aside(about: str, numbers: Collection[int], reason: str, role: str, at: datetime) -> int:
    """Decide that these ballots about a subject count no more; how many did until now.

    It holds once the tick has taken it in.
    """
    return _decide(Decision.Kind.VOID, about, numbers, Decision.Reason(reason).value, role, at)


def let_count(about: str, numbers: Collection[int], role: str, at: datetime) -> int:
    """Undo it; how many of these ballots were set aside until now."""
    return _decide(Decision.Kind.UNVOID, about, numbers, "", role, at)


def take(limit: int = BATCH) -> int:
    """Number the decisions that have no number, and let the tallies follow them.

    Both at once: so a decision with a number is in the tallies, and one without is in nothing.
    Returns how many they were.
    """
    if not numbering.is_any_waiting(TABLE):
        return 0
    with transaction.atomic():
        turns.take(ballots.DRAW)
        turns.take(waiting.STEP)
        start = latest() + 1
        drawn = numbering.draw(TABLE, limit, AFTER)
        if drawn:
            tallies.take_in(changes.of_decisions(start, drawn))
    return drawn


def latest() -> int:
    """The number of the last one; -1 where there is none."""
    return numbering.latest(Decision)


def since(start: int, limit: int = BATCH) -> list[Decided]:
    """The numbered decisions from `start` on, in order."""
    with connection.cursor() as cursor:
        cursor.execute(SINCE, [start, limit])
        return [Decided._make(row) for row in cursor.fetchall()]


def are_about(voters: Iterable[tuple[str, str]]) -> set[str]:
    """Of these voters (subject and tag), the subjects of those about whom anything was decided."""
    return {about for (about,) in bulk.look_up(DECIDED, set(voters))}


def reasons(about: str) -> dict[str, int]:
    """How many ballots are set aside for which reason, the most frequent first."""
    with connection.cursor() as cursor:
        cursor.execute(STANDING, [about])
        return dict(cursor.fetchall())


def _decide(
    kind: Decision.Kind, about: str, numbers: Collection[int], reason: str, role: str, at: datetime
) -> int:
    statement = DECIDE.format(numbers=NUMBERS[connection.vendor])
    turns_before = int(kind == Decision.Kind.UNVOID)  # odd or even
    moment = connection.ops.adapt_datetimefield_value(at)
    row = [kind.value, reason, role, moment, about, json.dumps(list(numbers)), turns_before]
    with connection.cursor() as cursor:
        cursor.execute(statement, row)
        return int(cursor.rowcount)
