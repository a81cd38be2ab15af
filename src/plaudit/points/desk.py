"""The voting desk: takes one request to give, change or withdraw a point, and answers it."""

import logging
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils import timezone

from plaudit.people import guests, origins
from plaudit.people.models import Policy
from plaudit.points import (
    answers,
    ballots,
    caps,
    one_of,
    parsing,
    proofs,
    refusals,
    tallies,
    voters,
)
from plaudit.points.ballots import Cast, InForce
from plaudit.points.models import Ballot
from plaudit.points.parsing import Vote
from plaudit.points.refusals import Refusal
from plaudit.points.slips import NO_RECEIPT, Sign
from plaudit.points.voters import Voter

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Subject:
    """What the desk has to know of a story, comment or item; the rooms above resolve it."""

    about: str
    url: str
    title: str
    is_open: bool
    is_own: bool
    place: str = "points"  # where on its page the points stand
    takes_down: bool = True
    instead_of: tuple[str, ...] = ()  # a point for it takes back what the voter gave to these
    beside: tuple[str, ...] = ()  # whoever is new to it and to all of these is a new guest, once

    @property
    def takes_points(self) -> bool:
        return self.is_open and not self.is_own


def give(request: HttpRequest, subject: Subject | None, sign: Sign) -> HttpResponse:
    """Answer a POST that gives a point to a subject; None stands for any that cannot be seen.
    `sign` makes the receipt.

    The caller's view is `csrf_exempt`: pages are the same for everybody, so the origin is looked
    at in place of a token.
    """
    shown = subject if subject and subject.takes_points else None
    try:
        return _given(request, shown, sign)
    except Refusal as refusal:
        reason = refusal
    except OperationalError:
        log.warning("A ballot could not be written.", exc_info=True)
        reason = refusals.busy()
    return answers.refused(
        request, reason, shown.url if shown else "", shown.title if shown else ""
    )


def _given(request: HttpRequest, subject: Subject | None, sign: Sign) -> HttpResponse:
    if origins.is_cross_site(request):
        raise refusals.cross_site()
    vote = _read(request)
    policy = Policy.load()
    _hold_to(policy, vote, request)
    if subject is None:
        raise refusals.closed()
    if vote.value < 0 and not subject.takes_down:
        raise refusals.no_down_here()
    voter = voters.voting(request)
    cast, withdrawn = _cast(request, subject, voter, vote, policy.guests_per_prefix)
    points = tallies.live_one(subject.about)
    receipt, more = NO_RECEIPT, None
    if cast.in_force and answers.speaks_json(request):
        receipt = sign(cast.in_force)
        more = _withdrawn(withdrawn, sign) if subject.instead_of else None
    response = answers.counted(
        request, f"{subject.url}#{subject.place}", cast.value, points, receipt, more
    )
    if voter.is_new and cast.rev:
        guests.remember(response, voter.secret)
    return response


def _read(request: HttpRequest) -> Vote:
    announced = request.META.get("CONTENT_LENGTH") or ""
    if announced.isdecimal() and int(announced) > parsing.LARGEST:
        raise refusals.bad_value(parsing.TOO_LARGE)
    try:
        return parsing.vote(request.META.get("CONTENT_TYPE", ""), request.body)
    except parsing.BadVote as bad:
        raise refusals.bad_value(str(bad)) from None
    except UnreadablePostError:
        raise refusals.bad_value("The request broke off.") from None


def _hold_to(policy: Policy, vote: Vote, request: HttpRequest) -> None:
    """Whatever the policy is today, what was given under another can be taken back."""
    if vote.value and not policy.guests_may_vote and not request.user.is_authenticated:
        raise refusals.guests_off()
    if vote.value < 0 and not policy.has_down_votes:
        raise refusals.down_off()


def _withdrawn(found: list[InForce], sign: Sign) -> list[dict[str, Any]]:
    """What was taken back for a point elsewhere: each with its points and its own receipt."""
    points = tallies.live(one.about for one in found)
    return [
        {"about": one.about, "points": points[one.about].as_json(), **sign(one)._asdict()}
        for one in found
    ]


@transaction.atomic
def _cast(
    request: HttpRequest, subject: Subject, voter: Voter, vote: Vote, cap: int
) -> tuple[Cast, list[InForce]]:
    """Cast the ballot, and those that take back what it is in place of.

    All of it is undone when a new guest is one too many.
    """
    about, now = subject.about, timezone.now()
    if subject.beside:
        one_of.take_turn((about, *subject.beside), voter)
    try:
        cast = ballots.cast(about, voter, vote.value, vote.nonce or ballots.new_nonce(), now)
    except ballots.NonceTaken:
        raise refusals.bad_value("This nonce was used before; choose another.") from None
    if cast.rev == 1 and voter.kind == Ballot.Kind.GUEST:
        _admit(request, subject, voter, vote.proof, cap, now)
    is_chosen = bool(subject.instead_of and cast.value)
    return cast, one_of.withdraw(subject.instead_of, voter, now) if is_chosen else []


def _admit(
    request: HttpRequest, subject: Subject, voter: Voter, proof: str | None, cap: int, now: datetime
) -> None:
    """Let in a guest who has just given the first ballot about a subject, or raise Refusal.

    Beside others, the count stands under the first of all their ids: options are added to a poll,
    and their ids are later ones.
    """
    if one_of.has_voted(subject.beside, voter):
        return
    about, tag = subject.about, voter.tag(subject.about)
    if caps.admit(min((about, *subject.beside)), request.META.get("REMOTE_ADDR", ""), cap, now):
        return
    if not (proof and proofs.spend(proof, about, tag, now)):
        raise refusals.proof_needed(proofs.challenge(about, tag, now), voter)
