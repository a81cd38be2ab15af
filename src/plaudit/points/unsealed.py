"""How many ballots are counted in the points but are in no published checkpoint of the log yet."""

import json
from collections.abc import Collection

from django.db import connection

from plaudit.points import waiting

STEP = "sealed"  # in `progress`, put there by whoever seals: the first number not yet published

# Each end of the index by itself, as in `waiting`; one parameter, a JSON array of subjects.
COUNTS = f"""
SELECT wanted.value,
       (SELECT COUNT(*) FROM points_ballot WHERE about = wanted.value AND number IS NULL)
     + (SELECT COUNT(*) FROM points_ballot WHERE about = wanted.value
        AND number >= COALESCE((SELECT number FROM points_progress WHERE name = '{STEP}'), 0))
FROM {{wanted}}
"""  # noqa: S608  (names are ours)


def counts(abouts: Collection[str]) -> dict[str, int]:
    """By subject. Ask after the points: then it names at least what they have beyond the log."""
    if not abouts:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(COUNTS.format(wanted=waiting.wanted()), [json.dumps(list(abouts))])
        return dict(cursor.fetchall())
