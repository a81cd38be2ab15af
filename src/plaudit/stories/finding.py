"""From an address to what stands there: a story, a new address, or nothing any more."""

import json
from collections.abc import Collection
from functools import cache
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from plaudit.points import waiting
from plaudit.stories.models import OldSlug, Story

SLUGS = "the slugs"  # stands in for the parameter


class Elsewhere(Exception):
    """The page is not here; `answer(request)` says where or why."""

    def __init__(self, slug: str, story: Story | None = None) -> None:
        self.slug, self.story = slug, story

    def answer(self, request: HttpRequest) -> HttpResponse:
        """301 to a story's new address, 410 for one taken back."""
        if self.story is None:
            return render(request, "410.html", status=410)
        return redirect(request.path.replace(self.slug, self.story.slug, 1), permanent=True)


def published(slug: str) -> Story:
    """The published story of a slug. Raises Elsewhere, or Http404 if there never was one.

    A draft that was never published answers like one that does not exist.
    """
    story = Story.objects.for_cards().filter(slug=slug).first()
    if story and story.live:
        return story
    if story and story.first_published_at:
        raise Elsewhere(slug)
    old = OldSlug.objects.filter(slug=slug, story__live=True).select_related("story").first()
    if old:
        raise Elsewhere(slug, old.story)
    raise Http404(slug)


def open_to_points(slugs: Collection[str]) -> dict[str, str]:
    """Which of these stories take points now, and the id of each; old addresses are not known."""
    statement, parameters = _open_to_points()
    wanted = json.dumps(list(slugs))
    with connection.cursor() as cursor:
        cursor.execute(statement, [wanted if one == SLUGS else one for one in parameters])
        return {slug: f"s/{ulid}" for slug, ulid in cursor.fetchall()}


def acted_on(slug: str) -> Story | None:
    """The published story that has or had this slug: pages opened before it moved still work."""
    stories = Story.objects.published().prefetch_related("bylines__author")
    return stories.filter(slug=slug).first() or stories.filter(old_slugs__slug=slug).first()


@cache
def _open_to_points() -> tuple[str, tuple[Any, ...]]:
    """The statement and its parameters, written once: it is asked for each batch of votes."""
    wanted = f"SELECT wanted.value FROM {waiting.wanted()}"  # noqa: S608  (names are ours)
    slugs = RawSQL(wanted, [SLUGS])  # noqa: S611  (nothing in it comes from outside)
    stories = Story.objects.standing().filter(slug__in=slugs, is_closed=False).order_by()
    statement: tuple[str, tuple[Any, ...]] = stories.values_list(
        "slug", "ulid"
    ).query.sql_with_params()
    return statement
