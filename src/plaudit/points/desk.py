"""The voting desk: takes one request to give, change or withdraw a point, and answers it."""

import logging
from dataclasses import dataclass

from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.utils import timezone

from plaudit.people import guests, origins
from plaudit.people.models import Policy
from plaudit.points import answers, ballots, caps, parsing, proofs, refusals, tallies, voters
from plaudit.points.ballots import Cast
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
    voter = voters.voting(request)
    cast = _cast(request, subject.about, voter, vote, policy.guests_per_prefix)
    points = tallies.live_one(subject.about)
    receipt = NO_RECEIPT
    if cast.in_force and answers.speaks_json(request):
        receipt = sign(cast.in_force)
    response = answers.counted(
        request, f"{subject.url}#{subject.place}", cast.value, points, receipt
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


@transaction.atomic
def _cast(request: HttpRequest, about: str, voter: Voter, vote: Vote, cap: int) -> Cast:
    """Cast the ballot; all of it is undone when a new guest is one too many."""
    now = timezone.now()
    try:
        cast = ballots.cast(about, voter, vote.value, vote.nonce or ballots.new_nonce(), now)
    except ballots.NonceTaken:
        raise refusals.bad_value("This nonce was used before; choose another.") from None
    if cast.rev == 1 and voter.kind == Ballot.Kind.GUEST:
        tag, address = voter.tag(about), request.META.get("REMOTE_ADDR", "")
        if not caps.admit(about, address, cap, now) and not (
            vote.proof and proofs.spend(vote.proof, about, tag, now)
        ):
            raise refusals.proof_needed(proofs.challenge(about, tag, now), voter)
    return cast
