"""The roll: the ballots about a story as moderators see them, without anything of who cast them."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from plaudit.moderation.bursts import Group
from plaudit.points import numbering
from plaudit.points.models import Ballot, Decision
from plaudit.stories import items

SHOWN = 100
MOST = 2_000  # ballots in one decision
RECENT = 10_000  # ballots of the whole site

Rows = QuerySet[Any]  # ballots with what `of` adds to each


def of(about: str) -> Rows:
    """The drawn ballots about a subject, the latest first.

    Each with `is_replaced`, and `verdict` and `reason` of the last decision about it. A decision
    shows here as soon as it is made, a moment before the tick takes it in.
    """
    following = Ballot.objects.filter(about=about, tag=OuterRef("tag"), rev=OuterRef("rev") + 1)
    made = Decision.objects.filter(about=about, tag=OuterRef("tag"), rev=OuterRef("rev"))
    last = made.order_by("-turn")
    return (
        Ballot.objects.filter(about=about, number__isnull=False)
        .annotate(
            is_replaced=Exists(following),
            verdict=Subquery(last.values("kind")[:1]),
            reason=Subquery(last.values("reason")[:1]),
        )
        .order_by("-number")
    )


def counting(rows: Rows) -> Rows:
    """Those that give or take a point now: what can be set aside."""
    is_not_void = Q(verdict=None) | Q(verdict=Decision.Kind.UNVOID)
    return rows.exclude(value=0).filter(is_not_void, is_replaced=False)


def aside(rows: Rows) -> Rows:
    """Those that are set aside: what can count again."""
    return rows.filter(verdict=Decision.Kind.VOID)


def of_group(rows: Rows, group: Group) -> Rows:
    return rows.filter(slot=group.slot, kind=group.kind, value=group.value)


def numbered(rows: Rows, numbers: Collection[int]) -> Rows:
    return rows.filter(number__in=list(numbers)[:MOST])


def decided_at(rows: Rows, moment: datetime) -> Rows:
    """Those that a decision of this moment was about."""
    made = Decision.objects.filter(
        about=OuterRef("about"), tag=OuterRef("tag"), rev=OuterRef("rev"), at=moment
    )
    return rows.filter(Exists(made))


def groups(about: str) -> list[Group]:
    """How many ballots of a class and value were cast in the same ten minutes, the most first."""
    found = Ballot.objects.filter(about=about, number__isnull=False).exclude(value=0)
    counts = found.values_list("slot", "kind", "value").annotate(count=Count("id"))
    return [Group(*row) for row in counts.order_by("-count", "-slot")]


def decided(about: str) -> list[dict[str, Any]]:
    """What was decided so far, the latest first; decisions that were made together as one."""
    made = Decision.objects.filter(about=about).values("at", "kind", "reason", "role")
    return [dict(row) for row in made.annotate(count=Count("id")).order_by("-at")[:20]]


def busiest() -> dict[str, int]:
    """The stories that most of the latest ballots of the site are about, and how many.

    What is about an item counts for its story.
    """
    recent = Ballot.objects.filter(number__gt=numbering.latest(Ballot) - RECENT)
    rows = recent.values_list("about").annotate(count=Count("id"))
    counts: dict[str, int] = {str(about): count for about, count in rows}
    stories = items.stories_of(counts)
    found: Counter[str] = Counter()
    for about, count in counts.items():
        found[stories.get(about, about)] += count
    return {about[2:]: count for about, count in found.most_common(SHOWN) if about[0] == "s"}
