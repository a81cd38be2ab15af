"""The tag of a voter on a subject, computed again from the specification's words."""

import base64
import hashlib
import hmac

from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from plaudit import settings
from plaudit.people import guests
from plaudit.points import voters
from plaudit.points.models import Ballot, MemberSecret
from plaudit.points.voters import Voter
from tests.points.voting import guest, subject


def as_specified(origin: str, about: str, secret: bytes) -> str:
    k = hmac.new(secret, b"plaudit/k/v1" + origin.encode() + about.encode(), hashlib.sha256)
    lines = b"plaudit/tag/v1\n" + origin.encode() + b"\n" + about.encode() + b"\n" + k.digest()
    return base64.urlsafe_b64encode(hashlib.sha256(lines).digest()).decode().rstrip("=")


def test_a_tag_is_what_the_specification_says():
    about, secret = subject(), guests.new_secret()
    tag = voters.tag("gazette.example", about, secret)
    assert tag == as_specified("gazette.example", about, secret)
    assert len(tag) == 43


def test_a_voters_tag_is_of_this_sites_ledger():
    voter, about = guest(), subject()
    assert settings.load().ledger_origin == "127.0.0.1:8000"
    assert voter.tag(about) == as_specified("127.0.0.1:8000", about, voter.secret)


def test_no_two_subjects_sites_or_voters_share_a_tag():
    secrets = [guests.new_secret() for _ in range(4)]
    abouts = [subject() for _ in range(4)]
    tags = {
        voters.tag(origin, about, secret)
        for origin in ("gazette.example", "gazette.example:80")
        for about in abouts
        for secret in secrets
    }
    assert len(tags) == 2 * 4 * 4


def test_a_member_has_one_secret_for_ever(alice):
    first, second = voters.member(alice), voters.member(alice)
    assert first == second
    assert (first.kind, first.user_id, len(first.secret)) == (Ballot.Kind.MEMBER, alice.pk, 32)


def test_a_member_who_comes_back_after_erasure_is_somebody_else(alice):
    about, before = subject(), voters.member(alice)
    MemberSecret.objects.all().delete()
    assert voters.member(alice).tag(about) != before.tag(about)


def asked_by(user, cookie=""):
    request = RequestFactory().get("/")
    request.user = user
    if cookie:
        request.COOKIES["guest"] = cookie
    return request


def test_looking_at_a_page_makes_nobody_a_voter(alice):
    assert voters.known(asked_by(AnonymousUser())) is None
    assert voters.known(asked_by(alice)) is None
    assert not MemberSecret.objects.exists()


def test_a_new_guest_is_made_up_when_voting():
    voter = voters.voting(asked_by(AnonymousUser()))
    assert (voter.kind, voter.is_new) == (Ballot.Kind.GUEST, True)


def test_a_guest_with_a_cookie_is_known():
    cookie = base64.urlsafe_b64encode(bytes(32)).decode().rstrip("=")
    voter = voters.voting(asked_by(AnonymousUser(), cookie))
    assert (
        voter
        == Voter(Ballot.Kind.GUEST, bytes(32))
        == voters.known(asked_by(AnonymousUser(), cookie))
    )


def test_who_is_signed_in_votes_as_a_member_whatever_the_cookie(alice):
    cookie = base64.urlsafe_b64encode(bytes(32)).decode().rstrip("=")
    assert voters.voting(asked_by(alice, cookie)) == voters.member(alice)
