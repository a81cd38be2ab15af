"""The tick: killed anywhere it counts nothing twice; of two at once, one steps aside."""

import os
import threading
from datetime import datetime, timedelta

import pytest
from django.db import connection, connections

from plaudit import flow, turn
from plaudit.flow import Report
from plaudit.points import decisions
from plaudit.points.models import DayTally, Tally
from plaudit.press import keys as press
from plaudit.press.models import Stale
from plaudit.rankings.models import Edge, Gain, Place
from plaudit.stories.models import Story
from tests.rankings import recount
from tests.rankings.making import NOON, cast, give, section, stories, tell
from tests.support.killing import KILLED, dying_after, in_a_child


def tick_until_idle(now: datetime) -> None:
    while not flow.tick(now).is_idle:
        pass


def assert_everything_is_counted_once(now: datetime) -> None:
    gained = recount.gains()
    assert recount.kept_places() == recount.places(now)
    for about, slots in gained.items():
        tally = Tally.objects.get(about=about)
        assert tally.up - tally.down == tally.guests == sum(slots.values())
        days = DayTally.objects.filter(about=about)
        assert sum(day.up - day.down for day in days) == sum(slots.values())
    kept = {(row.ulid, row.slot): row.points for row in Gain.objects.all() if row.points}
    first = Edge.objects.get(window="popular").slot
    assert {key: points for key, points in kept.items() if key[1] >= first} == {
        (about[2:], slot): points
        for about, slots in gained.items()
        for slot, points in slots.items()
        if slot >= first and points
    }


@pytest.mark.django_db
def test_a_tick_lets_points_and_stories_flow():
    (story,) = stories(1)
    give(story, 3)
    assert flow.tick(NOON) == Report(  # of two events: the section is new, too
        drawn=3, tallied=3, told=2, placed=2, slid=3, moved=3, staled=5
    )
    assert_everything_is_counted_once(NOON)


@pytest.mark.django_db
def test_a_tick_takes_what_moderators_set_aside_out_of_every_list_and_marks_the_pages():
    (story,) = stories(1)
    give(story, 3)
    tick_until_idle(NOON)
    Stale.objects.all().delete()
    assert decisions.set_aside(story.about, [0, 1, 2], "ring", "moderator", NOON) == 3
    assert flow.tick(NOON) == Report(decided=3, moved=3, staled=3)
    for place in Place.objects.all():
        assert (place.trending, place.hot, place.popular, place.top) == (0, 0, 0, 0)
        assert place.freshness == place.published_at
    assert set(Stale.objects.values_list("key", flat=True)) == press.of_points([story.about])
    decisions.let_count(story.about, [1], "moderator", NOON)
    tick_until_idle(NOON)
    assert Place.objects.filter(scope="site", trending=1, top=1).count() == 1
    assert recount.kept_places() == recount.places(NOON)


@pytest.mark.django_db
def test_a_tick_with_nothing_to_do_writes_nothing():
    tick_until_idle(NOON)

    def refuse_to_write(execute, statement, params, many, context):
        assert not statement.startswith(("INSERT", "DELETE")), statement
        return execute(statement, params, many, context)

    with connection.execute_wrapper(refuse_to_write):
        assert flow.tick(NOON) == Report()


class Days:
    """Every day brings work for each step, and takes something out of every window."""

    def __init__(self) -> None:
        self.now = NOON
        self.stories = stories(3)
        self.number = 0

    def pass_one(self) -> None:
        self.number += 1
        self.now = NOON + timedelta(days=5 * self.number)
        for place, story in enumerate(self.stories):
            cast(story, self.number, 1, at=self.now - timedelta(hours=place))
            cast(story, self.number - 1, (-1) ** self.number, at=self.now)
        moving = self.stories[self.number % 3]
        Story.objects.filter(pk=moving.pk).update(
            live=self.number % 2, section=section(["Town", "Harbour"][self.number % 2])
        )
        tell(self.stories)


def tick_and_die(now: datetime, statement: int) -> None:
    with dying_after(statement):
        flow.tick(now)


@pytest.mark.parametrize("start", [1, 2, 3])  # a third of the statements each
def test_a_tick_killed_after_any_statement_is_repeated_without_counting_twice(racing_db, start):
    days, statement, status = Days(), start, KILLED
    while status == KILLED:
        days.pass_one()
        status = in_a_child(lambda now=days.now, at=statement: tick_and_die(now, at))
        tick_until_idle(days.now)
        assert_everything_is_counted_once(days.now)
        statement += 3
    assert status == 0
    assert statement > 40


def test_while_one_ticks_another_steps_aside(racing_db):
    (story,) = stories(1)
    give(story, 3)
    found = []

    def another():
        found.append(flow.tick(NOON))
        connections.close_all()

    with turn.taken() as is_ours:
        assert is_ours
        beside = threading.Thread(target=another)
        beside.start()
        beside.join()
    assert found == [Report(is_aside=True)]
    assert flow.tick(NOON).drawn == 3


def test_a_dead_holder_has_no_turn(racing_db):
    def die_with_the_turn():
        with turn.taken() as is_ours:
            os._exit(KILLED if is_ours else 1)

    assert in_a_child(die_with_the_turn) == KILLED
    assert not flow.tick(NOON).is_aside


def test_steps_that_forget_the_turn_still_count_nothing_twice(racing_db):
    """The lock is for the sake of work, not of truth: every step also takes its own turn."""
    made = stories(3)
    for story in made:
        give(story, 20)

    def race():
        for _ in range(3):
            flow.ballots.draw(7)
            flow.tallies.add(7)
            flow.events.draw(2)
            flow.lists.place(NOON, 2)
            flow.lists.slide(NOON, 2)
            flow.lists.move(NOON, 7)
        connections.close_all()

    racers = [threading.Thread(target=race) for _ in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    tick_until_idle(NOON)
    assert_everything_is_counted_once(NOON)
