"""The ballots about some subjects that are in no tally yet: SQL for figures of one moment.

They are at the end of an index (`ballot_about_place`). Each subject is asked about by itself, so
that no planner has to guess how many there are, and whether a way through the whole table were
shorter.
"""

from django.db import connection

from plaudit.points.changes import PREVIOUS, WAS_ASIDE
from plaudit.points.models.ballot import LAST

STEP = "tallies"  # the step of the tick that puts them into the tallies
# The index knows it by just this text.
PLACE = f"COALESCE(number, {LAST})"
UNTALLIED = f"COALESCE((SELECT number FROM points_progress WHERE name = '{STEP}'), 0)"  # noqa: S608

# One parameter: a JSON array of subjects.
WANTED = {
    "sqlite": "json_each(%s) AS wanted",
    "postgresql": "json_array_elements_text(%s) AS wanted(value)",
}
THEIRS = {
    "sqlite": f"points_ballot AS now WHERE now.about = wanted.value AND {PLACE} >= {UNTALLIED}",
    # Without the OFFSET it would be a join like any other, and a planner would guess.
    "postgresql": f"""LATERAL (SELECT about, tag, rev, slot, class, value, number FROM points_ballot
                      WHERE about = wanted.value AND {PLACE} >= {UNTALLIED} OFFSET 0) AS now""",  # noqa: S608
}


def wanted() -> str:
    """A table `wanted` with the subjects in its column `value`. Takes one parameter."""
    return WANTED[connection.vendor]


def rows() -> str:
    """A SELECT of about, slot, class, value, previous, and whether that was set aside.

    Takes one parameter, the subjects.
    """
    return (
        f"SELECT now.about, now.slot, now.class, now.value, {PREVIOUS} AS previous, "  # noqa: S608
        f"{WAS_ASIDE} AS was_aside FROM {wanted()} CROSS JOIN {THEIRS[connection.vendor]}"
    )
