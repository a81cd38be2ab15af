"""What moderators set aside counts nothing and is seen; let count again, it counts as before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from plaudit.points import ballots, changes, days, decisions, tallies
from plaudit.points.models import Ballot, Decision
from plaudit.points.tallies import Points
from plaudit.points.voters import Voter
from tests.points import recounting
from tests.points.boxing import polls
from tests.points.recounting import recount, replayed, tallied
from tests.points.voting import guest, subject
from tests.support.racing import at_once

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)
TEN_MINUTES = timedelta(minutes=10)


def cast(about, value, voter=None, at=START):
    ballots.cast(about, voter or guest(), value, ballots.new_nonce(), at)


def tick():
    while ballots.draw() or tallies.add() or decisions.take():
        pass


def void(about, *numbers, reason="ring"):
    return decisions.set_aside(about, numbers, reason, "moderator", START)


def unvoid(about, *numbers):
    return decisions.let_count(about, numbers, "moderator", START)


def test_what_is_set_aside_counts_nothing_and_is_counted_apart():
    about = subject()
    cast(about, 1), cast(about, 1), cast(about, -1)
    tick()
    assert void(about, 1, 2) == 2
    assert tallies.live_one(about) == Points(up=2, down=1, guests=1)  # until the tick takes it in
    tick()
    assert tallies.live_one(about) == Points(up=1, guests=1, set_aside=2) == tallied(about)
    assert decisions.reasons(about) == {"ring": 2}


def test_it_can_be_undone_and_done_again():
    about = subject()
    cast(about, -1)
    tick()
    for is_void in (True, False, True, False):
        assert (void if is_void else unvoid)(about, 0) == 1
        tick()
        assert tallied(about) == (Points(set_aside=1) if is_void else Points(down=1, guests=-1))
    turns = Decision.objects.order_by("number").values_list("turn", "kind", "number")
    assert list(turns) == [(1, "void", 0), (2, "unvoid", 1), (3, "void", 2), (4, "unvoid", 3)]
    assert decisions.reasons(about) == {}


def test_what_is_decided_already_is_not_decided_again():
    about = subject()
    cast(about, 1)
    tick()
    assert [unvoid(about, 0), void(about, 0), void(about, 0), unvoid(about, 0)] == [0, 1, 0, 1]


def test_only_drawn_ballots_about_the_subject_are_decided_on():
    about, other = subject(), subject()
    cast(other, 1)
    tick()
    cast(about, 1)
    assert void(about, 0, 1, 77) == 0
    tick()
    assert void(about, 0, 1, 77) == 1
    tick()
    assert (tallied(about).set_aside, tallied(other).set_aside) == (1, 0)


def test_a_voter_who_gives_again_counts_again():
    about, voter = subject(), guest()
    cast(about, 1, voter)
    tick()
    void(about, 0)
    tick()
    cast(about, -1, voter)
    assert tallies.live_one(about) == Points(down=1, guests=-1)
    tick()
    assert tallied(about) == Points(down=1, guests=-1)
    assert decisions.reasons(about) == {}


def test_who_took_a_point_back_after_it_was_set_aside_is_not_set_aside_any_more():
    about, voter = subject(), guest()
    cast(about, 1, voter)
    tick()
    void(about, 0)
    tick()
    cast(about, 0, voter)
    tick()
    assert tallied(about) == Points()


def test_a_ballot_that_was_replaced_already_changes_no_total():
    about, voter = subject(), guest()
    cast(about, 1, voter, START)
    cast(about, -1, voter, START + timedelta(days=1))
    tick()
    assert void(about, 0) == 1
    tick()
    assert tallied(about) == Points(down=1, guests=-1)
    assert {day.isoformat(): net for day, net in days.changes(about).items()} == {
        "2026-11-22": (0, 0),
        "2026-11-23": (0, 1),
    }


def test_a_withdrawal_that_is_set_aside_is_no_set_aside_ballot():
    about, voter = subject(), guest()
    cast(about, 1, voter)
    cast(about, 0, voter)
    tick()
    void(about, 1)
    tick()
    assert tallied(about) == Points() == replayed(about)


def test_a_change_is_the_same_for_whoever_asks_later():
    about, voter = subject(), guest()
    cast(about, 1, voter, START)
    tick()
    void(about, 0)
    cast(about, -1, voter, START + TEN_MINUTES)  # not drawn yet when the decision is
    decisions.take()
    first = changes.of_decisions(0, 9)
    tick()
    assert changes.of_decisions(0, 9) == first
    assert [(change.value, change.previous, change.aside) for change in first] == [(0, 1, 1)]
    (_, then) = changes.of_ballots(0, 9)
    assert (then.value, then.previous, then.aside) == (-1, 0, -1)


def test_reasons_are_the_published_ones():
    about = subject()
    cast(about, 1)
    tick()
    with pytest.raises(ValueError, match="boredom"):
        void(about, 0, reason="boredom")


def test_a_step_takes_no_more_than_it_may():
    about = subject()
    for _ in range(5):
        cast(about, 1)
    tick()
    void(about, *range(5))
    assert [decisions.take(2) for _ in range(4)] == [2, 2, 1, 0]
    assert tallied(about) == Points(set_aside=5)


def test_taking_in_that_dies_is_repeated_without_counting_twice():
    about = subject()
    cast(about, 1), cast(about, 1)
    tick()
    void(about, 0)
    with transaction.atomic():
        decisions.take()
        transaction.set_rollback(True)
    assert tallies.live_one(about) == Points(up=2, guests=2) == tallied(about)
    assert decisions.take() == 1
    assert tallied(about) == Points(up=1, guests=1, set_aside=1)


def test_an_answer_on_the_fast_way_knows_what_was_set_aside(racing_db):
    about, voter = subject(), guest()
    with polls() as at:
        at.cast(about, guest(), 1)
        at.cast(about, voter, 1)
        tick()
        void(about, *range(2))
        tick()
        answer = at.cast(about, voter, -1)
    assert answer.points == Points(down=1, guests=-1, set_aside=1)


def test_of_many_who_decide_the_same_at_once_one_does(racing_db):
    about = subject()
    cast(about, 1), cast(about, 1)
    tick()
    assert sum(at_once([lambda: void(about, 0, 1)] * 8)) == 2
    tick()
    assert tallied(about) == Points(set_aside=2) == replayed(about)


# Whatever happens, in whatever order

VOTERS = [Voter(kind, bytes([number]) * 32) for number, kind in enumerate(Ballot.Kind)]
happenings = some.one_of(
    some.tuples(
        some.just("cast"), some.sampled_from(VOTERS), some.sampled_from([1, -1, 0]), some.booleans()
    ),
    some.tuples(some.sampled_from(["draw", "add", "take", "wait"]), some.integers(1, 4)),
    some.tuples(
        some.sampled_from(["void", "unvoid"]),
        some.one_of(some.sets(some.integers(0, 6)), some.just(set(range(50)))),
        some.booleans(),
    ),
)


class Story:
    """Two subjects, and everything that can happen to them."""

    def __init__(self):
        self.abouts, self.at = [subject(), subject()], START

    def cast(self, voter, value, is_second):
        cast(self.abouts[is_second], value, voter, self.at)

    def draw(self, limit):
        ballots.draw(limit)

    def add(self, limit):
        tallies.add(limit)

    def take(self, limit):
        decisions.take(limit)

    def wait(self, times):
        self.at += times * TEN_MINUTES

    def void(self, numbers, is_second):
        void(self.abouts[is_second], *numbers)

    def unvoid(self, numbers, is_second):
        unvoid(self.abouts[is_second], *numbers)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(some.lists(happenings, min_size=12, max_size=50))
def test_figures_are_the_recount_and_the_replay(db, happened):
    with transaction.atomic():
        story = Story()
        for what, *how in happened:
            getattr(story, what)(*how)
            for about in story.abouts:
                assert tallies.live_one(about) == recount(about)
                assert days.changes(about).items() >= recounting.by_day(about).items()
        tick()
        for about in story.abouts:
            points = tallied(about)
            assert points == recount(about) == replayed(about)
            assert sum(decisions.reasons(about).values()) == points.set_aside
            assert recounting.days(about) == (points.up, points.down)
        transaction.set_rollback(True)
