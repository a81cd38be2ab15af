"""The dashboard: what I am writing, what has just gone out."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from wagtail.admin.ui.components import Component

from plaudit.stories.models import Story
from plaudit.stories.newsroom import status
from plaudit.stories.newsroom.permissions import policy

SHOWN = 8


class OwnStories(Component):
    """The stories this person last worked on, drafts and published."""

    name = "own_stories"
    order = 230
    template_name = "newsroom/own_stories.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        request = parent_context["request"]
        own = Story.objects.behind(request.user).for_newsroom()
        newest = own.order_by("-latest_revision__created_at", "-pk")
        return {"rows": _rows(newest, request.user)}


class LatelyPublished(Component):
    """What readers have seen last, whoever wrote it."""

    name = "lately_published"
    order = 240
    template_name = "newsroom/lately_published.html"

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        lately = Story.objects.published().for_newsroom()
        return {
            "rows": _rows(lately.order_by("-last_published_at"), parent_context["request"].user)
        }


def _rows(stories: QuerySet[Story], user: Any) -> list[dict[str, Any]]:
    rows = list(stories[:SHOWN])
    status.attach_workflows(rows)
    return [
        {"story": story, "status": status.NAMES[status.of(story)], "url": screen(story, user)}
        for story in rows
    ]


def screen(story: Story, user: Any) -> str:
    """The editor for whoever may write there; for the others the story to read."""
    may_change = policy.user_has_permission_for_instance(user, "change", story)
    screen = "edit" if may_change else "inspect"
    return reverse(f"wagtailsnippets_stories_story:{screen}", args=[story.pk])
