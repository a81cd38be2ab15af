"""Many at once, with real commits: nothing counts twice, nothing is lost, nobody is told off."""

import random

import pytest
from django.test import Client
from django.utils import timezone

from plaudit.people.models import User
from plaudit.points import ballots, tallies
from plaudit.points.models import Ballot, PrefixCount
from tests.points import recounting
from tests.points.voting import give, given, guest, subject, value_of
from tests.support import making
from tests.support.racing import a_locked_table, at_once

MANY = 50


def cookie_of(client):
    return {"guest": client.cookies["guest"].value}


def device_of(cookies):
    client = Client()
    client.cookies.load(cookies)
    return client


@pytest.fixture
def story(racing_db):
    return making.story()


def lasting_of(answer):
    """All of it but the promise, which ends so long after the answer."""
    return answer.json() | {"ack": "of that second"}


def test_50_identical_requests_of_a_guest_are_one_ballot(story):
    client = Client()
    give(client, story, -1)
    cookies, nonce = cookie_of(client), ballots.new_nonce()
    devices = [device_of(cookies) for _ in range(MANY)]
    answers = at_once([lambda one=one: give(one, story, 1, nonce=nonce) for one in devices])
    assert {answer.status_code for answer in answers} == {200}
    lasting = [lasting_of(answer) for answer in answers]
    assert lasting == lasting[:1] * MANY
    assert answers[0].json()["value"] == answers[0].json()["points"]["total"] == 1
    assert given(story.about) == [(1, -1), (2, 1)]


def test_50_identical_first_requests_are_one_ballot_and_one_cookie(story):
    nonce = ballots.new_nonce()
    answers = at_once([lambda: give(Client(), story, 1, nonce=nonce)] * MANY)
    assert {answer.status_code for answer in answers} == {200}
    lasting = [lasting_of(answer) for answer in answers]
    assert lasting == lasting[:1] * MANY
    assert sum("guest" in answer.cookies for answer in answers) == 1
    assert given(story.about) == [(1, 1)]
    assert PrefixCount.objects.get().guests == 1


def test_50_first_requests_of_a_member_are_one_ballot(story, alice_races):
    devices = [Client() for _ in range(MANY)]
    for device in devices:
        device.force_login(alice_races)
    answers = at_once([lambda one=one: give(one, story, 1) for one in devices])
    assert {(answer.status_code, answer.json()["value"]) for answer in answers} == {(200, 1)}
    assert given(story.about) == [(1, 1)]


@pytest.fixture
def alice_races(racing_db):
    return User.objects.create_user("alice", "alice@reader.example", "a-long-password")


def test_up_down_and_withdrawal_in_a_race_are_an_unbroken_chain(racing_db):
    about, voters = subject(), [guest() for _ in range(3)]
    chance = random.Random(7)
    wishes = [(chance.choice(voters), chance.choice([1, -1, 0])) for _ in range(MANY)]

    def cast(voter, value):
        return ballots.cast(about, voter, value, ballots.new_nonce(), timezone.now())

    answers = at_once([lambda wish=wish: cast(*wish) for wish in wishes])
    assert [answer.value for answer in answers] == [value for _, value in wishes]
    assert recounting.has_unbroken_chains(about)
    ballots.draw()
    tallies.add()
    last = [value_of(about, voter.tag(about)) for voter in voters]
    assert recounting.tallied(about) == recounting.recount(about)
    assert recounting.tallied(about).total == sum(last) == tallies.live_one(about).total


def test_new_guests_in_a_race_are_not_more_than_the_cap(story):
    answers = at_once([lambda: give(Client(), story, 1)] * 20)
    codes = sorted(answer.status_code for answer in answers)
    assert codes == [200] * 5 + [429] * 15
    assert len(given(story.about)) == PrefixCount.objects.get().guests == 5


def test_numbering_beside_casting_and_other_numbering_makes_no_gap_and_no_double(racing_db):
    abouts = [subject() for _ in range(3)]

    def cast_some():
        for about in abouts * 4:
            ballots.cast(about, guest(), 1, ballots.new_nonce(), timezone.now())

    def tick():
        for _ in range(12):
            ballots.draw(5)
            tallies.add(7)

    at_once([cast_some] * 6 + [tick] * 3)
    while ballots.draw() or tallies.add():
        pass
    assert recounting.numbers() == list(range(6 * 12))
    for about in abouts:
        assert recounting.tallied(about) == recounting.recount(about)
        assert recounting.tallied(about).up == 24
        assert recounting.days(about) == (24, 0)


def test_a_look_in_the_middle_of_it_is_never_wrong(racing_db):
    """A live figure is of one moment: a ballot that the tick takes over is in it once."""
    about = subject()
    for _ in range(30):
        ballots.cast(about, guest(), 1, ballots.new_nonce(), timezone.now())

    def tick():
        while ballots.draw(2) or tallies.add(2):
            pass

    def look():
        return {tallies.live_one(about).total for _ in range(40)}

    seen = at_once([tick, look, look])
    assert seen[1] | seen[2] == {30}


def test_a_database_that_is_locked_says_to_try_again_and_keeps_nothing(story):
    client = Client()
    give(client, story, 1)
    with a_locked_table("points_ballot"):
        response = give(client, story, -1)
    assert (response.status_code, response.json()["code"]) == (503, "busy")
    assert response["Retry-After"] == "5"
    assert given(story.about) == [(1, 1)]
    assert give(client, story, -1).json()["value"] == -1
    assert Ballot.objects.count() == 2
