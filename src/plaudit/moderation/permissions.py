"""Who may decide about the ballots on which story: the one place that knows."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from plaudit.stories.models import Story
from plaudit.stories.newsroom.permissions import policy

DECIDE = "points.add_decision"


def may_decide(user: Any) -> bool:
    """On the ballots about at least some stories."""
    return user.is_active and bool(user.has_perm(DECIDE))


def may_decide_on(user: Any, story: Story) -> bool:
    """Nobody decides on ballots about a story of their own, whatever their role."""
    may_read = policy.user_has_permission_for_instance(user, "view", story)
    return may_decide(user) and may_read and not story.is_by(user)


def decidable(user: Any) -> QuerySet[Story]:
    """The stories on whose ballots somebody may decide."""
    if not may_decide(user):
        return Story.objects.none()
    readable = policy.instances_user_has_any_permission_for(user, ["view"])
    return readable.exclude(pk__in=Story.objects.behind(user).values("pk"))


def story_for(user: Any, ulid: str) -> Story:
    """Raises PermissionDenied or Http404."""
    if not may_decide(user):
        raise PermissionDenied
    story = get_object_or_404(Story, ulid=ulid)
    if not may_decide_on(user, story):
        raise PermissionDenied
    return story
