"""The ballot box: many votes, few commits, and nothing lost or counted twice on the way."""

import random
import subprocess
import sys
import threading
import time
from concurrent.futures import wait
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.utils import timezone

from plaudit.points import ballots, tallies
from plaudit.points.models import Ballot, PrefixCount
from plaudit.points.slips import Counted, Unanswered
from plaudit.points.voters import Voter
from tests.points import recounting
from tests.points.boxing import SECONDS, polls
from tests.points.voting import given, guest, subject
from tests.support import home
from tests.support.choices import choose

pytestmark = pytest.mark.django_db(transaction=True)

LEFT, BUSY = Unanswered.LEFT, Unanswered.BUSY


@pytest.fixture(autouse=True)
def _racing(racing_db):
    """The box has a connection of its own."""
    choose(guests_per_prefix=1000)


@pytest.fixture
def box():
    with polls() as opened:
        yield opened


def new_guest():
    return Voter(Ballot.Kind.GUEST, guest().secret, is_new=True)


@contextmanager
def somebody_else_writing():
    """Another connection holds what the box needs to write."""
    other = connection.copy()
    with other.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("BEGIN; LOCK TABLE points_ballot IN ACCESS EXCLUSIVE MODE")
        else:
            cursor.execute("BEGIN IMMEDIATE")
        yield
        cursor.execute("COMMIT")
    other.close()


def outcomes(futures):
    wait(futures, SECONDS)
    return [future.result(0) for future in futures]


def test_a_vote_is_a_ballot_that_others_can_see(box):
    about, voter = subject(), guest()
    counted = box.cast(about, voter, 1)
    assert counted == Counted(counted.in_force, tallies.live_one(about), is_welcome=False)
    assert counted.in_force == ballots.in_force(about, voter.tag(about))
    assert tallies.live_one(about).guests == 1
    assert given(about) == [(1, 1)]


def test_a_new_guest_is_welcome_with_the_first_ballot_and_not_before(box):
    about, nonce = subject(), ballots.new_nonce()
    assert not box.cast(about, new_guest(), 0).is_welcome
    assert box.cast(about, new_guest(), 1, nonce=nonce).is_welcome
    assert not box.cast(about, new_guest(), 1, nonce=nonce).is_welcome
    assert given(about) == [(1, 1)]


def test_what_waits_while_others_are_written_is_written_together(box):
    about, voters = subject(), [guest() for _ in range(64)]
    with somebody_else_writing():
        futures = [box.put(about, voter, 1) for voter in voters]
        time.sleep(0.2)
    assert {one.value for one in outcomes(futures)} == {1}
    assert len(box.batches) <= 2
    assert tallies.live_one(about).total == 64


def test_several_votes_of_one_voter_are_taken_in_order(box):
    about, voter = subject(), guest()
    with somebody_else_writing():
        futures = [box.put(about, voter, value) for value in (1, -1, -1, 0, 1, 0, 0)]
    assert [one.value for one in outcomes(futures)] == [1, -1, -1, 0, 1, 0, 0]
    assert given(about) == [(1, 1), (2, -1), (3, 0), (4, 1), (5, 0)]


def test_one_that_cannot_be_cast_fails_alone(box):
    about, closed = subject(), subject()
    box.closed.add(closed)
    box.cast(about, guest(), 1, nonce="A" * 22)
    with somebody_else_writing():
        futures = [
            box.put(about, guest(), 1),
            box.put(about, guest(), 1, nonce="A" * 22),  # somebody else's nonce
            box.put(closed, guest(), 1),
            box.put(about, guest(), 7),  # nothing lets this in; the database does not either
            box.put(about, guest(), -1),
        ]
    found = outcomes(futures)
    assert [found[0].value, *found[1:4], found[4].value] == [1, LEFT, LEFT, LEFT, -1]
    assert sorted(value for _, value in given(about)) == [-1, 1, 1]
    assert given(closed) == []


def test_the_cap_is_exact_in_a_batch(box):
    choose(guests_per_prefix=5)
    about = subject()
    with somebody_else_writing():
        futures = [box.put(about, new_guest(), 1) for _ in range(64)]
        futures += [box.put(about, new_guest(), 1, address="198.51.100.1") for _ in range(3)]
    found = outcomes(futures)
    assert [one is LEFT for one in found] == [False] * 5 + [True] * 59 + [False] * 3
    assert sorted(row.guests for row in PrefixCount.objects.all()) == [3, 5]
    assert len(given(about)) == 8


def test_who_is_one_too_many_leaves_nothing_behind(box):
    choose(guests_per_prefix=1)
    about, voter = subject(), guest()
    box.cast(about, guest(), 1)
    assert [box.cast(about, voter, value) for value in (1, -1)] == [LEFT, LEFT]
    assert len(given(about)) == PrefixCount.objects.get().guests == 1


@pytest.mark.parametrize("change", [{"guests_may_vote": False}, {"has_down_votes": False}])
def test_what_the_policy_refuses_is_left_to_the_desk_that_says_so(change):
    about, voter = subject(), guest()
    with polls() as before:
        before.cast(about, voter, -1)
    choose(**change)
    with polls() as box:
        assert box.cast(about, guest(), -1) is LEFT
        assert box.cast(about, voter, 0).value == 0


def test_50_identical_votes_are_one_ballot(box):
    about, voter, nonce = subject(), guest(), ballots.new_nonce()
    box.cast(about, voter, -1)
    futures = [box.put(about, voter, 1, nonce=nonce) for _ in range(50)]
    assert {(one.value, one.points.total) for one in outcomes(futures)} == {(1, 1)}
    assert given(about) == [(1, -1), (2, 1)]


def test_50_identical_first_votes_are_one_ballot_and_one_welcome(box):
    about, nonce = subject(), ballots.new_nonce()
    futures = [box.put(about, new_guest(), 1, nonce=nonce) for _ in range(50)]
    assert sum(one.is_welcome for one in outcomes(futures)) == 1
    assert given(about) == [(1, 1)]
    assert PrefixCount.objects.get().guests == 1


def test_up_down_and_withdrawal_in_a_race_of_two_boxes_are_an_unbroken_chain(box):
    about, voters, chance = subject(), [guest() for _ in range(3)], random.Random(7)
    with polls() as rival:
        futures = [
            chance.choice([box, rival]).put(about, chance.choice(voters), chance.choice([1, -1, 0]))
            for _ in range(300)
        ]
        assert all(isinstance(one, Counted) for one in outcomes(futures))
    assert recounting.has_unbroken_chains(about)
    ballots.draw()
    tallies.add()
    assert recounting.tallied(about) == recounting.recount(about) == tallies.live_one(about)


def test_a_box_and_the_ordinary_desk_share_a_cap(box):
    choose(guests_per_prefix=20)
    about = subject()
    with polls() as rival:
        futures = [one.put(about, new_guest(), 1) for _ in range(40) for one in (box, rival)]
        counted = [one for one in outcomes(futures) if one is not LEFT]
    assert len(counted) == len(given(about)) == PrefixCount.objects.get().guests == 20


def test_a_rival_who_commits_in_between_is_noticed(box):
    """What was looked up is no longer true when it is written."""
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time: nobody comes in between.")
    about, voter, other = subject(), guest(), guest()
    with transaction.atomic():
        ballots.cast(about, voter, 1, ballots.new_nonce(), timezone.now())
        futures = [box.put(about, voter, -1), box.put(about, other, 1)]
        time.sleep(0.3)
    assert [one.value for one in outcomes(futures)] == [-1, 1]
    assert recounting.has_unbroken_chains(about)
    assert tallies.live_one(about).total == 0


def test_the_points_hold_what_others_added_a_moment_ago_and_at_once_what_the_box_did(box):
    about = subject()
    assert [box.cast(about, guest(), 1).points.total for _ in range(5)] == [1, 2, 3, 4, 5]
    ballots.cast(about, guest(), 1, ballots.new_nonce(), timezone.now())
    deadline = time.monotonic() + 10
    while box.cast(about, guest(), 0).points.total < 6:
        assert time.monotonic() < deadline
    assert box.cast(about, guest(), -1).points.total == 5


# When it cannot


def test_a_full_box_takes_nothing_in_and_loses_nothing():
    about = subject()
    with polls(room=10) as box:
        with somebody_else_writing():
            first = box.put(about, guest(), 1)
            time.sleep(0.2)  # it is being written
            futures = [box.put(about, guest(), 1) for _ in range(15)]
        assert first.result(SECONDS).value == 1
        refused = [future for future in futures if future.done() and future.exception()]
        taken = [future for future in futures if future not in refused]
        assert {one.value for one in outcomes(taken)} == {1}
    assert len(refused) == 5
    assert len(given(about)) == 11


def test_a_database_that_stays_locked_is_busy_and_then_it_is_not():
    about, voter = subject(), guest()
    with polls(patience=0.1) as box:
        box.cast(about, voter, 1)
        with somebody_else_writing():
            assert box.cast(about, voter, -1) is BUSY
        assert given(about) == [(1, 1)]
        assert box.cast(about, voter, -1).value == -1


def test_a_short_lock_is_waited_for(box):
    about = subject()
    with somebody_else_writing():
        future = box.put(about, guest(), 1)
        time.sleep(0.5)
    assert future.result(SECONDS).value == 1


def test_a_connection_that_broke_is_made_again(box):
    if connection.vendor == "sqlite":
        pytest.skip("A file does not hang up.")
    about, voter = subject(), guest()
    box.cast(about, voter, 1)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert box.cast(about, voter, -1).value == -1


def test_at_the_end_everything_that_was_taken_in_is_written_and_answered():
    about = subject()
    with polls() as box:
        with somebody_else_writing():
            futures = [box.put(about, guest(), 1) for _ in range(1000)]
            closing = threading.Thread(target=box.box.close)
            closing.start()
            time.sleep(0.2)
            assert closing.is_alive()
        closing.join(SECONDS)
        assert all(future.done() for future in futures)
        assert isinstance(box.put(about, guest(), 1).exception(0), BufferError)
    assert tallies.live_one(about).total == len(given(about)) == 1000


PROCESS = """
import sys
import tests.conftest
from django.db import connection
connection.settings_dict["NAME"] = sys.argv[1]
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from tests.points.boxing import polls
with polls() as box:
    voters = [Voter(Ballot.Kind.GUEST, bytes([number]) * 32) for number in range(40)]
    print("ready", flush=True)
    sys.stdin.readline()
    votes = [box.put(sys.argv[2], one, value) for value in (1, -1, 0, 1) for one in voters]
    answers = [vote.result(60).value for vote in votes]
assert answers == [1] * 40 + [-1] * 40 + [0] * 40 + [1] * 40, answers
"""


def test_two_processes_at_one_story_keep_every_chain(racing_db):
    about = subject()
    choose(guests_per_prefix=1000)
    command = [sys.executable, "-c", PROCESS, str(connection.settings_dict["NAME"]), about]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    others = [subprocess.Popen(command, cwd=home.ROOT, **pipes) for _ in range(2)]
    for other in others:
        assert other.stdout.readline() == "ready\n"
    for other in others:
        other.stdin.write("\n")
        other.stdin.flush()
    for other in others:
        other.communicate(timeout=90)
        assert other.returncode == 0
    assert recounting.has_unbroken_chains(about)
    assert tallies.live_one(about).total == 40
