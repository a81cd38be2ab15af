"""The public record of what was placed on the front page: newest first, roles and no names."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.stories.models import Placement, Story

SIZE = 30
TOKEN = re.compile(r"[1-9]\d{0,17}", re.ASCII)


@dataclass(frozen=True)
class Entry:
    """One placement. Its story is None once readers cannot have it any more.

    `end` is None as long as it holds; `has_expired`: it ended at the time that was given for it.
    """

    placement: Placement
    story: Story | None
    end: datetime | None
    following: Placement | None

    @property
    def has_expired(self) -> bool:
        until = self.placement.until
        return bool(self.end and until and until <= self.end)

    @property
    def is_taken_off(self) -> bool:
        return bool(self.following and self.following.role and not self.following.ulid)

    @property
    def has_left(self) -> bool:
        """By itself, before its time: the story was taken off the site, or retracted."""
        cleared = self.following and not (self.following.role or self.following.ulid)
        return bool(cleared) and not self.has_expired


@dataclass(frozen=True)
class Page:
    entries: list[Entry]
    has_newer: bool = False
    has_older: bool = False

    @property
    def previous_url(self) -> str:
        first = self.entries[0].placement.pk if self.has_newer else 0
        return f"{reverse('placements')}?before={first}" if first else ""

    @property
    def next_url(self) -> str:
        last = self.entries[-1].placement.pk if self.has_older else 0
        return f"{reverse('placements')}?after={last}" if last else ""


@require_safe
def placements_page(request: HttpRequest) -> HttpResponse:
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    if (after and before) or not all(TOKEN.fullmatch(it) for it in (after, before) if it):
        raise Http404(_("There is no such page of this list."))
    page = read(int(after or 0), int(before or 0))
    context = {"listing": page, "canonical_url": settings.load().url + request.path}
    return render(request, "stories/placements.html", context)


def read(after: int = 0, before: int = 0) -> Page:
    """The page after or before an entry, by its key, or the first."""
    if before:
        found = list(_placed().filter(pk__gt=before).order_by("pk")[: SIZE + 1])
        if len(found) > SIZE:
            return Page(_dressed(found[:SIZE][::-1]), has_newer=True, has_older=True)
        after = 0  # the first page is always read afresh
    wanted = _placed().filter(pk__lt=after) if after else _placed()
    found = list(wanted.order_by("-pk")[: SIZE + 1])
    page = _dressed(found[:SIZE])
    return Page(page, has_newer=bool(after and page), has_older=len(found) > SIZE)


def _placed() -> QuerySet[Placement]:
    later = Placement.objects.filter(slot=OuterRef("slot"), pk__gt=OuterRef("pk")).order_by("pk")
    return Placement.objects.of_stories().annotate(following=Subquery(later.values("pk")[:1]))


def _dressed(found: Sequence[Placement]) -> list[Entry]:
    keys = [key for it in found if (key := getattr(it, "following", None))]
    following = Placement.objects.in_bulk(keys)
    ulids = {it.ulid for it in found}
    stories = Story.objects.published().select_related("section").filter(ulid__in=ulids)
    by_ulid = {story.ulid: story for story in stories}
    now = timezone.now()
    return [
        _entry(it, by_ulid.get(it.ulid), following.get(getattr(it, "following", 0)), now)
        for it in found
    ]


def _entry(it: Placement, story: Story | None, following: Placement | None, now: datetime) -> Entry:
    ends = [following.at] if following else []
    if it.until and it.until <= now:
        ends.append(it.until)
    return Entry(it, story, min(ends, default=None), following)
