"""What the ballots amount to: the same live, after the tick, and counted again by hand."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaudit.points import ballots, counting, progress, tallies, voters
from plaudit.points.models import Ballot, DayTally, Progress, Tally
from plaudit.points.tallies import Points
from plaudit.points.voters import Voter
from tests.points import recounting
from tests.points.recounting import recount, tallied
from tests.points.voting import guest, subject

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)
CLASSES = [Ballot.Kind.MEMBER, Ballot.Kind.GUEST, Ballot.Kind.FEDIVERSE]


def cast(about, value, voter=None, at=START):
    ballots.cast(about, voter or guest(), value, ballots.new_nonce(), at)


def tick():
    ballots.draw()
    while tallies.add():
        pass


def test_a_point_is_live_before_the_tick_and_after_it():
    about = subject()
    cast(about, 1)
    assert tallies.live_one(about) == Points(up=1, guests=1)
    ballots.draw()
    assert tallies.live_one(about) == Points(up=1, guests=1)
    tallies.add()
    assert tallies.live_one(about) == Points(up=1, guests=1) == tallied(about)


def test_a_withdrawn_point_leaves_the_total():
    about, voter = subject(), guest()
    cast(about, 1, voter)
    tick()
    cast(about, 0, voter)
    assert tallies.live_one(about).total == 0
    tick()
    assert tallied(about) == Points()


def test_a_changed_mind_counts_twice():
    about, voter = subject(), guest()
    cast(about, 1, voter)
    tick()
    cast(about, -1, voter)
    tick()
    assert tallied(about) == Points(down=1, guests=-1)


def test_the_total_is_the_classes_and_the_ups_less_the_downs(alice):
    about = subject()
    cast(about, 1, voters.member(alice))
    cast(about, -1)
    cast(about, -1)
    cast(about, 1, Voter(Ballot.Kind.FEDIVERSE, bytes(32)))
    tick()
    Tally.objects.filter(about=about).update(carried=583)
    points = tallies.live_one(about)
    assert points == Points(up=2, down=2, members=1, guests=-2, fediverse=1, carried=583)
    assert points.total == points.up - points.down + points.carried == 583
    assert points.as_json()["total"] == 583


def test_many_subjects_are_asked_for_at_once():
    abouts = [subject() for _ in range(3)]
    cast(abouts[0], 1)
    tick()
    cast(abouts[1], -1)
    live = tallies.live([*abouts, abouts[0]])
    assert [live[about].total for about in abouts] == [1, -1, 0]
    assert tallies.live([]) == {}


def test_days_hold_what_was_gained_and_lost_on_them():
    about, voter = subject(), guest()
    cast(about, 1, voter, START)
    cast(about, 1, at=START)
    cast(about, -1, voter, START + timedelta(days=1))
    tick()
    days = DayTally.objects.filter(about=about).order_by("day").values_list("up", "down")
    assert list(days) == [(2, 0), (-1, 1)]


# The tick


def test_numbers_begin_at_0_and_have_no_gaps():
    about = subject()
    for _ in range(7):
        cast(about, 1)
    assert [ballots.draw(3) for _ in range(4)] == [3, 3, 1, 0]
    assert recounting.numbers() == list(range(7))


def test_numbers_go_on_where_they_ended():
    about = subject()
    cast(about, 1)
    ballots.draw()
    cast(about, 1)
    ballots.draw()
    assert recounting.numbers() == [0, 1]


def test_a_step_takes_no_more_than_it_may():
    about = subject()
    for _ in range(5):
        cast(about, 1)
    ballots.draw()
    assert [tallies.add(2) for _ in range(4)] == [2, 2, 1, 0]
    assert tallied(about).up == 5


@pytest.mark.parametrize("killed_at", ["points_tally", "points_daytally", "progress"])
def test_a_step_that_dies_is_repeated_without_counting_twice(monkeypatch, killed_at):
    class PowerFailure(Exception):
        pass

    def until_killed(table, *rest):
        if table == killed_at:
            raise PowerFailure
        add(table, *rest)

    def never(*_):
        raise PowerFailure

    add = counting.add
    about, voter = subject(), guest()
    cast(about, 1, voter)
    tick()
    cast(about, -1, voter)
    cast(about, 1)
    ballots.draw()
    before, live = tallied(about), tallies.live_one(about)
    with monkeypatch.context() as patch:
        patch.setattr(counting, "add", until_killed)
        if killed_at == "progress":
            patch.setattr(progress, "put", never)
        with pytest.raises(PowerFailure), transaction.atomic():
            tallies.add()
    assert (tallied(about), tallies.live_one(about)) == (before, live)
    tallies.add()
    assert tallied(about) == recount(about) == live
    assert recounting.days(about) == (1, 1)


def test_numbering_that_dies_is_repeated_with_the_same_numbers():
    about = subject()
    for _ in range(3):
        cast(about, 1)

    def numbered():
        return list(Ballot.objects.order_by("id").values_list("number", flat=True))

    with transaction.atomic():
        ballots.draw()
        first = numbered()
        transaction.set_rollback(True)
    assert numbered() == [None] * 3
    ballots.draw()
    assert numbered() == first == [0, 1, 2]


def test_progress_is_kept_by_name():
    assert progress.get("lists") == 0
    progress.put("lists", 7)
    progress.put("lists", 9)
    assert (progress.get("lists"), progress.get("tallies")) == (9, 0)
    assert Progress.objects.count() == 1


# Whatever happens, in whatever order

VOTERS = [Voter(kind, bytes([number]) * 32) for number, kind in enumerate(CLASSES * 2)]
casts = some.tuples(
    some.just("cast"), some.sampled_from(VOTERS), some.sampled_from([1, -1, 0]), some.booleans()
)
steps = some.tuples(some.sampled_from(["draw", "add", "wait"]), some.integers(1, 4))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some.lists(casts | steps, max_size=40))
def test_the_tally_is_the_recount(db, happened):
    abouts = [subject(), subject()]
    at = START
    for what, *how in happened:
        match what, how:
            case "cast", (voter, value, is_second):
                cast(abouts[is_second], value, voter, at)
            case "draw", (limit,):
                ballots.draw(limit)
            case "add", (limit,):
                tallies.add(limit)
            case "wait", (times,):
                at += times * TEN_MINUTES
        for about in abouts:
            live = tallies.live_one(about)
            assert live == recount(about)
            assert live.total == live.up - live.down
    live = tallies.live(abouts)
    tick()
    for about in abouts:
        points = tallied(about)
        assert points == live[about] == recount(about)
        assert recounting.days(about) == (points.up, points.down)
        assert recounting.has_unbroken_chains(about)
    assert recounting.numbers() == list(range(Ballot.objects.count()))
