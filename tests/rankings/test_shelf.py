"""A list reads a range of its index, and never sorts or scans: as quick with a million stories."""

import pytest
from django.db import connection

from plaudit.rankings import shelf, standing
from plaudit.rankings.catalogue import LISTS
from plaudit.rankings.cursors import Cursor
from plaudit.rankings.shelf import Range
from plaudit.rankings.windows import LEAVING
from tests.rankings.making import give, settle, stories

pytestmark = pytest.mark.django_db
EDGE = Cursor(0, 20, 5, "01JD3Z5K8R2M7N4Q6T9V0W1X2Y")


def plan(statement, values):
    """What the database is going to do."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # A table of a few rows is scanned whatever its indexes: what would a large one do?
            cursor.execute("SET LOCAL enable_seqscan = off")
            cursor.execute("SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")
            cursor.execute(f"EXPLAIN {statement}", values)
            return "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", values)
        return "\n".join(row[3] for row in cursor.fetchall())


def assert_reads_only(statement, values, index):
    found = plan(statement, values)
    assert index in found
    assert not [word for word in ("TEMP B-TREE", "SCAN", "Sort", "Seq Scan") if word in found], (
        found
    )


def ranges(chosen):
    least = None if chosen.least is None else 3
    first = Range(chosen, "section:7", least)
    pinned = Range(chosen, "site", least)
    pinned.without([EDGE.ulid])
    after = Range(chosen, "site", least)
    after.beyond(EDGE, "<")
    after.unseen(EDGE)
    before = Range(chosen, "site", least)
    before.beyond(EDGE, ">")
    return [(first, "DESC"), (pinned, "DESC"), (after, "DESC"), (before, "ASC")]


@pytest.mark.parametrize("chosen", LISTS.values(), ids=str)
def test_every_page_of_every_list_is_a_range_of_its_own_index(chosen):
    for wanted, direction in ranges(chosen):
        index = f"place_by_{chosen.column}"
        assert_reads_only(wanted.statement(direction), [*wanted.values, 21], index)


def test_what_leaves_a_window_is_a_range_of_an_index():
    assert_reads_only(LEAVING, [2_000_000, "", 2_000_001, 100], "gain_leaving")


def test_the_points_of_the_last_hour_are_read_for_the_shown_stories_only():
    made = stories(3)
    for story in made:
        give(story, 2)
    settle()
    found = shelf.last_hours([made[0].ulid, made[2].ulid], standing.read())
    assert found == {made[0].ulid: 2, made[2].ulid: 2}


def test_nothing_shown_costs_nothing(django_assert_num_queries):
    now = standing.read()
    with django_assert_num_queries(0):
        assert shelf.last_hours([], now) == {}
