"""Casting: one ballot in force for a voter and subject, rows that are only ever added."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from plaudit.points import ballots, voters
from plaudit.points.ballots import InForce, NonceTaken
from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import Voter
from tests.points.voting import given, guest, subject, value_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 11, 24, 10, 9, 59, tzinfo=UTC)


def cast(about, voter, value, nonce=None, at=NOW):
    """The value that is in force afterwards, and the revision that was added."""
    came_to = ballots.cast(about, voter, value, nonce or ballots.new_nonce(), at)
    assert came_to.in_force == ballots.in_force(about, voter.tag(about)) or voter.is_new
    return came_to.value, came_to.rev


def test_a_ballot_holds_what_the_specification_lists():
    about, voter, nonce = subject(), guest(), ballots.new_nonce()
    assert cast(about, voter, 1, nonce) == (1, 1)
    row = Ballot.objects.get()
    assert (row.about, row.tag, row.rev, row.value, row.kind, row.nonce, row.number) == (
        *(about, voter.tag(about), 1, 1, "g", nonce, None),
    )
    assert ballots.slot_start(row.slot) == datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def test_a_change_of_mind_is_a_new_row():
    about, voter = subject(), guest()
    assert [cast(about, voter, value) for value in (1, -1, 0, 1)] == [
        *((1, 1), (-1, 2), (0, 3), (1, 4)),
    ]
    assert given(about) == [(1, 1), (2, -1), (3, 0), (4, 1)]


def test_what_is_in_force_already_adds_nothing():
    about, voter = subject(), guest()
    assert [cast(about, voter, value) for value in (0, 1, 1, 0, 0)] == [
        *((0, 0), (1, 1), (1, 0), (0, 2), (0, 0)),
    ]
    assert given(about) == [(1, 1), (2, 0)]


def test_what_is_in_force_is_known_whole():
    about, voter, nonce = subject(), guest(), ballots.new_nonce()
    first = InForce(about, voter.tag(about), 1, -1, "g", nonce)
    assert ballots.cast(about, voter, 0, ballots.new_nonce(), NOW).in_force is None
    assert ballots.cast(about, voter, -1, nonce, NOW).in_force == first
    assert ballots.cast(about, voter, -1, ballots.new_nonce(), NOW).in_force == first
    second = ballots.cast(about, voter, 0, "A" * 22, NOW).in_force
    assert second == first._replace(rev=2, value=0, nonce="A" * 22)
    assert ballots.cast(about, voter, -1, nonce, NOW).in_force == second


def test_a_nonce_has_one_effect():
    about, voter, nonce = subject(), guest(), ballots.new_nonce()
    cast(about, voter, 1, nonce)
    cast(about, voter, -1)
    assert cast(about, voter, 1, nonce) == (-1, 0)
    assert given(about) == [(1, 1), (2, -1)]


def test_a_new_guest_who_repeats_the_first_request_is_the_same_guest():
    about, nonce = subject(), ballots.new_nonce()
    first, again = (
        Voter(Ballot.Kind.GUEST, guest().secret, is_new=True),
        Voter(Ballot.Kind.GUEST, guest().secret, is_new=True),
    )
    assert cast(about, first, 1, nonce) == (1, 1)
    assert cast(about, again, 1, nonce) == (1, 0)
    assert given(about) == [(1, 1)]


def test_who_repeats_a_nonce_out_of_the_public_log_learns_nothing_that_came_later():
    about, voter, nonce = subject(), guest(), ballots.new_nonce()
    first = ballots.cast(about, voter, 1, nonce, NOW).in_force
    cast(about, voter, -1)
    stranger = Voter(Ballot.Kind.GUEST, guest().secret, is_new=True)
    for value in (1, -1):
        assert ballots.cast(about, stranger, value, nonce, NOW).in_force == first
    assert given(about) == [(1, 1), (2, -1)]


def test_a_known_voter_cannot_use_somebody_elses_nonce():
    about, nonce = subject(), ballots.new_nonce()
    cast(about, guest(), 1, nonce)
    with pytest.raises(NonceTaken), transaction.atomic():
        cast(about, guest(), 1, nonce)


def test_a_nonce_may_come_again_on_another_subject():
    voter, nonce = guest(), ballots.new_nonce()
    assert cast(subject(), voter, 1, nonce) == (1, 1)
    assert cast(subject(), voter, 1, nonce) == (1, 1)


def test_the_value_in_force_is_the_last():
    about, voter = subject(), guest()
    tag = voter.tag(about)
    assert (value_of(about, tag), ballots.has_voted(about, tag)) == (0, False)
    cast(about, voter, -1)
    assert (value_of(about, tag), ballots.has_voted(about, tag)) == (-1, True)
    cast(about, voter, 0)
    assert (value_of(about, tag), ballots.has_voted(about, tag)) == (0, True)


def test_a_members_ballot_is_linked_to_the_member_and_a_guests_to_nobody(alice):
    about = subject()
    cast(about, voters.member(alice), 1)
    cast(about, voters.member(alice), -1, at=datetime(2026, 11, 25, tzinfo=UTC))
    cast(about, guest(), 1)
    link = VoterLink.objects.get()
    assert (link.user_id, link.about, link.tag) == (
        *(alice.pk, about, voters.member(alice).tag(about)),
    )
    assert link.cast_on == date(2026, 11, 25)


def test_erasing_an_account_leaves_its_ballots_and_nothing_that_leads_to_them(alice):
    about = subject()
    cast(about, voters.member(alice), 1)
    alice.delete()
    assert given(about) == [(1, 1)]
    assert not VoterLink.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"value": 2}, {"rev": 0}, {"kind": "x"}, {"rev": 1}, {"nonce": "n" * 22}]
)
def test_the_database_itself_refuses_what_is_no_ballot(wrong):
    row = {"about": subject(), "tag": "t" * 43, "value": 1, "kind": "g", "slot": 1}
    Ballot.objects.create(**row, rev=1, nonce="n" * 22)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(**(row | {"rev": 2, "nonce": "o" * 22} | wrong))


def test_the_time_of_a_ballot_is_known_to_ten_minutes():
    at = timezone.now()
    start = ballots.slot_start(ballots.slot_of(at))
    assert 0 <= (at - start).total_seconds() < 600
    assert start.minute % 10 == start.second == start.microsecond == 0
