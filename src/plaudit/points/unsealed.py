"""What is counted in the points but is in no published checkpoint of the log yet."""

import json
from collections.abc import Collection

from django.db import connection

from plaudit.points import waiting

# In `progress`, put there by whoever seals: the first numbers not yet published.
STEP, DECISIONS = "sealed", "sealed.decisions"
FROM = "COALESCE((SELECT number FROM points_progress WHERE name = '{step}'), 0)"

# The end of an index, as in `waiting`; one parameter, a JSON array of subjects.
BALLOTS = f"""
  (SELECT COUNT(*) FROM points_ballot WHERE about = wanted.value
   AND {waiting.PLACE} >= {FROM.format(step=STEP)})
"""  # noqa: S608  (names are ours)
DECIDED = f"""
  (SELECT COUNT(*) FROM points_decision WHERE about = wanted.value
   AND number >= {FROM.format(step=DECISIONS)})
"""  # noqa: S608


def counts(abouts: Collection[str]) -> dict[str, int]:
    """By subject, ballots and decisions about ballots.

    Ask after the points: then it names at least what they have beyond the log.
    """
    return _counts(f"{BALLOTS} + {DECIDED}", abouts)


def ballots(about: str) -> int:
    """Those of one subject alone."""
    return _counts(BALLOTS, [about])[about]


def _counts(what: str, abouts: Collection[str]) -> dict[str, int]:
    if not abouts:
        return {}
    statement = f"SELECT wanted.value, {what} FROM {waiting.wanted()}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(list(abouts))])
        return dict(cursor.fetchall())
