"""Who gives a point: a kind, and a secret that yields a different tag for every subject."""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass

from django.http import HttpRequest

from plaudit import settings
from plaudit.people import guests
from plaudit.people.models import User
from plaudit.points.models import Ballot, MemberSecret


@dataclass(frozen=True)
class Voter:
    """A member, guest or fediverse actor in the act of giving a point."""

    kind: Ballot.Kind
    secret: bytes
    user_id: int | None = None
    is_new: bool = False  # a guest whose cookie has yet to be set

    def tag(self, about: str) -> str:
        return tag(settings.load().ledger_origin, about, self.secret)


def tag(origin: str, about: str, secret: bytes) -> str:
    """Who, for this subject only: 43 characters. Formula: `docs/spec/ballots.md`, "The tag"."""
    # Not `hmac.digest`: it lets go of the interpreter, and to have it back takes a vote longer.
    k = hmac.new(secret, f"plaudit/k/v1{origin}{about}".encode(), "sha256").digest()
    digest = hashlib.sha256(f"plaudit/tag/v1\n{origin}\n{about}\n".encode() + k).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")


def known(request: HttpRequest) -> Voter | None:
    """The voter behind a request, if there is one already. Writes nothing, sets nothing."""
    if request.user.is_authenticated:
        row = MemberSecret.objects.filter(user_id=request.user.pk).first()
        return Voter(Ballot.Kind.MEMBER, bytes(row.secret), request.user.pk) if row else None
    secret = guests.secret_of(request)
    return Voter(Ballot.Kind.GUEST, secret) if secret else None


def voting(request: HttpRequest) -> Voter:
    """The voter behind a request that gives a point; made up now if this is the first time."""
    return known(request) or (
        member(request.user)
        if isinstance(request.user, User)
        else Voter(Ballot.Kind.GUEST, guests.new_secret(), is_new=True)
    )


def member(user: User) -> Voter:
    row, _ = MemberSecret.objects.get_or_create(user=user)
    return Voter(Ballot.Kind.MEMBER, bytes(row.secret), user.pk)
