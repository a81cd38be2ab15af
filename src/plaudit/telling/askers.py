"""Who is to be told of a change, and why: they asked about the story, or about all stories that
they gave points to.

Only those with a confirmed main address, and only of what changed after they asked. Whom a point
belongs to is known from the links that `points` keeps for 90 days, and from nothing else.
"""

from collections.abc import Collection
from typing import NamedTuple

from allauth.account.models import EmailAddress
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from plaudit.points.models import Ballot, VoterLink
from plaudit.stories.models import Change, ChangeKind
from plaudit.telling.models import Terms, Watch

STORY, POINTS = "s", "p"  # the reasons, as a letter's link has them


class Recipient(NamedTuple):
    """`reasons` is made of `STORY` and `POINTS`."""

    user_id: int
    address: str
    reasons: str


def after(change: Change, user_id: int, limit: int) -> list[int]:
    """The first accounts after one, in their order, that are to be told of it."""
    found: set[int] = set()
    for asking in (_watching(change), _giving(change)):
        ids = asking.filter(user_id__gt=user_id).order_by("user_id")
        found.update(ids.values_list("user_id", flat=True)[:limit])
    return sorted(found)[:limit]


def among(change: Change, user_ids: Collection[int]) -> dict[int, Recipient]:
    """Those of some accounts that are to be told of it as things are now."""
    reasons: dict[int, str] = {}
    for reason, asking in ((STORY, _watching(change)), (POINTS, _giving(change))):
        for one in asking.filter(user_id__in=user_ids).values_list("user_id", flat=True):
            reasons[one] = reasons.get(one, "") + reason
    found = addresses().filter(user_id__in=reasons).values_list("user_id", "email")
    return {one: Recipient(one, address, reasons[one]) for one, address in found}


def addresses() -> QuerySet[EmailAddress]:
    """The main addresses that are confirmed: letters go to no other."""
    return EmailAddress.objects.filter(primary=True, verified=True)


def _watching(change: Change) -> QuerySet[Watch]:
    asked = Watch.objects.filter(story=change.story_id, since__lte=change.at).filter(_reachable())
    return asked.filter(user__telling_terms__has_updates=True) if _is_update(change) else asked


def _giving(change: Change) -> QuerySet[Terms]:
    links = Exists(_links(change).filter(user=OuterRef("user")))
    asked = Terms.objects.filter(of_points_since__lte=change.at).filter(_reachable(), links)
    return asked.filter(has_updates=True) if _is_update(change) else asked


def _links(change: Change) -> QuerySet[VoterLink]:
    """To the members who had given a point before the change, and have not taken it back."""
    ballots = Ballot.objects.filter(about=OuterRef("about"), tag=OuterRef("tag"))
    before = ballots.filter(pk__lte=change.ballots_until).exclude(value=0)
    last = Subquery(ballots.order_by("-rev").values("value")[:1])
    links = VoterLink.objects.filter(about=change.story.about).filter(Exists(before))
    return links.alias(last=last).exclude(last=0)


def _reachable() -> Q:
    return Q(Exists(addresses().filter(user=OuterRef("user"))), user__is_active=True)


def _is_update(change: Change) -> bool:
    """Which is the one kind that a reader may do without."""
    return change.kind == ChangeKind.UPDATE
