"""However many ballots wait to be numbered: whoever asks for one subject looks at its own.

With statistics from a quiet moment, as a database has them when a story goes viral.
"""

from datetime import UTC, datetime

from django.db import connection

from plaudit import flow
from plaudit.points import ballots, tallies, unsealed
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


def plans(ask):
    """What the database is going to do for each statement that this asks."""
    asked = []

    def remember(execute, statement, values, many, context):
        asked.append((statement, values))
        return execute(statement, values, many, context)

    with connection.execute_wrapper(remember):
        ask()
    return [_plan(*one) for one in asked if "points_ballot" in one[0]]


def _plan(statement, values):
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"EXPLAIN {statement}", values)
            return "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        return "\n".join(row[3] for row in cursor.fetchall())


def give(stories, voters):
    for about in stories:
        for _ in range(voters):
            voter = Voter(Ballot.Kind.GUEST, ballots.new_nonce().encode())
            ballots.cast(about, voter, 1, ballots.new_nonce(), NOON)


def at_a_quiet_moment():
    """Enough of everything that an index is worth while, and nothing waits."""
    give([f"s/{number:026}" for number in range(20)], 50)
    flow.tick(NOON)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE points_ballot")


def test_live_figures_are_read_by_the_index_of_their_subject(db):
    at_a_quiet_moment()
    give(["s/hot"], 3)
    [plan] = plans(lambda: tallies.live(["s/hot", "s/cold"]))
    assert "ballot_about_place" in plan
    assert "IS NULL" not in plan


def test_what_is_not_in_the_log_is_counted_by_the_index_of_its_subject(db):
    at_a_quiet_moment()
    [plan] = plans(lambda: unsealed.counts(["s/hot", "s/cold"]))
    assert "ballot_about_place" in plan
    assert "IS NULL" not in plan
