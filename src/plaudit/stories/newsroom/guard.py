"""Every view of one story asks first whether this person may have this story.

Wagtail's snippet views check permissions on the model and forget the row: an author could save a
revision of anybody's story. So the viewset puts this guard before each view it makes; a view that
a later Wagtail adds is guarded without anybody thinking of it.
"""

from typing import Any

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.snippets.views import snippets

from plaudit.stories.models import Story
from plaudit.stories.newsroom import retracting
from plaudit.stories.newsroom.permissions import policy

# What a view needs, where it is not the right to change the story.
NEEDS = {
    snippets.DeleteView: "delete",
    snippets.InspectView: "view",
    snippets.LockView: "lock",
    snippets.RevisionsUnscheduleView: "publish",
    snippets.UnlockView: "unlock",
    snippets.UnpublishView: "publish",
    retracting.RetractView: "publish",
}


class StoryGuard:
    needed = "change"

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        if "pk" in kwargs:
            check(request.user, self.needed, _story(kwargs["pk"]))
        super().setup(request, *args, **kwargs)  # type: ignore[misc]  # mixed into views


def guarded(view_class: type) -> type:
    needed = next((action for kind, action in NEEDS.items() if issubclass(view_class, kind)), None)
    return type(view_class.__name__, (StoryGuard, view_class), {"needed": needed or "change"})


def check(user: Any, action: str, story: Story) -> None:
    """Raise PermissionDenied unless this person may do this to this story now."""
    if policy.user_has_permission_for_instance(user, action, story):
        return
    task = story.current_workflow_task if action == "change" else None
    if not (task and task.user_can_access_editor(story, user)):
        raise PermissionDenied


def _story(pk: object) -> Story:
    try:
        return Story.objects.get(pk=int(unquote(str(pk))))
    except (Story.DoesNotExist, ValueError, OverflowError):
        raise Http404 from None
