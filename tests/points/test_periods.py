"""Points before and after a moment: recounted by hand, and always adding up to the live figure."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaudit.points import ballots, decisions, periods, tallies
from plaudit.points.models import Ballot
from plaudit.points.tallies import CLASSES, Points
from plaudit.points.voters import Voter
from tests.points.recounting import set_aside
from tests.points.voting import guest, subject

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)


def cast(about, value, voter=None, at=START):
    ballots.cast(about, voter or guest(), value, ballots.new_nonce(), at)


def tick():
    while ballots.draw() or tallies.add() or decisions.take():
        pass


def apart(about, *marks):
    return periods.apart(about, marks, tallies.live_one(about))


def test_points_stand_where_they_were_given():
    about = subject()
    cast(about, 1), cast(about, 1)
    mark = periods.mark(about, None)
    cast(about, -1)
    assert apart(about, mark) == [Points(up=2, guests=2), Points(down=1, guests=-1)]
    tick()
    assert apart(about, mark) == [Points(up=2, guests=2), Points(down=1, guests=-1)]


def test_whoever_changed_a_point_gave_it_when_it_was_changed():
    about, voter, steady = subject(), guest(), guest()
    cast(about, 1, voter), cast(about, 1, steady)
    mark = periods.mark(about, None)
    cast(about, -1, voter)
    tick()
    assert [points.total for points in apart(about, mark)] == [1, -1]
    cast(about, 0, voter)
    assert [points.total for points in apart(about, mark)] == [1, 0]


def test_what_was_set_aside_is_in_neither():
    about = subject()
    cast(about, 1), cast(about, 1)
    mark = periods.mark(about, None)
    cast(about, 1)
    tick()
    decisions.set_aside(about, [0, 2], "ring", "moderator", START)
    tick()
    assert [points.total for points in apart(about, mark)] == [1, 0]
    decisions.let_count(about, [2], "moderator", START)
    tick()
    assert [points.total for points in apart(about, mark)] == [1, 1]


def test_of_the_past_the_ten_minutes_are_known():
    about = subject()
    for minutes in (0, 10, 20):
        cast(about, 1, at=START + timedelta(minutes=minutes))
    assert [
        [points.total for points in apart(about, periods.mark(about, START + wait))]
        for wait in (timedelta(0), TEN_MINUTES, timedelta(minutes=19), timedelta(days=1))
    ] == [[0, 3], [1, 2], [1, 2], [3, 0]]


def test_without_a_mark_all_is_one_period():
    about = subject()
    cast(about, 1)
    assert apart(about) == [Points(up=1, guests=1)]


def by_hand(about, marks):
    """The last ballot of every voter, unless it is set aside, where its id says."""
    last = {row.tag: row for row in Ballot.objects.filter(about=about).order_by("rev")}
    found, aside = [Points() for _ in range(len(marks) + 1)], set_aside(about)
    for row in last.values():
        if (row.tag, row.rev) not in aside:
            points = found[sum(row.pk > mark for mark in marks)]
            points.up += row.value == 1
            points.down += row.value == -1
            name = CLASSES[row.kind]
            setattr(points, name, getattr(points, name) + row.value)
    return found


VOTERS = [Voter(kind, bytes([number]) * 32) for number, kind in enumerate(Ballot.Kind)]
happenings = some.one_of(
    some.tuples(some.just("cast"), some.sampled_from(VOTERS), some.sampled_from([1, -1, 0])),
    some.tuples(some.sampled_from(["set_aside", "let_count"]), some.sets(some.integers(0, 9))),
    some.tuples(some.sampled_from(["tick", "correct"])),
)


class Subject:
    """What can happen to a subject that is corrected now and then."""

    def __init__(self):
        self.about, self.marks = subject(), []

    def cast(self, voter, value):
        cast(self.about, value, voter)

    def set_aside(self, numbers):
        decisions.set_aside(self.about, numbers, "spam", "moderator", START)

    def let_count(self, numbers):
        decisions.let_count(self.about, numbers, "moderator", START)

    def tick(self):
        tick()

    def correct(self):
        self.marks.append(periods.mark(self.about, None))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some.lists(happenings, min_size=8, max_size=40))
def test_periods_are_the_recount_and_add_up(db, happened):
    with transaction.atomic():
        it = Subject()
        for what, *how in happened:
            getattr(it, what)(*how)
            found = apart(it.about, *it.marks)
            assert found == by_hand(it.about, it.marks)
            live = tallies.live_one(it.about)
            assert sum(points.total for points in found) == live.total
            assert sum(points.up for points in found) == live.up
        transaction.set_rollback(True)
