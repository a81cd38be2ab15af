"""Where a story stands on its way to the readers, in a word."""

from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, WorkflowState

from plaudit.stories.models import Story

DRAFT, WAITING, RETURNED, SCHEDULED = "draft", "waiting", "returned", "scheduled"
PUBLISHED, CHANGED, WITHDRAWN = "published", "changed", "withdrawn"
RETRACTED = "retracted"
NAMES = {
    DRAFT: _("Draft"),
    WAITING: _("Waits for an editor"),
    RETURNED: _("Sent back"),
    SCHEDULED: _("Scheduled"),
    PUBLISHED: _("Published"),
    CHANGED: _("Published, newer draft"),
    RETRACTED: _("Retracted"),
    WITHDRAWN: _("Taken back"),
}
IN_WORKFLOW = {
    WorkflowState.STATUS_IN_PROGRESS: WAITING,
    WorkflowState.STATUS_NEEDS_CHANGES: RETURNED,
}


def of(story: Story) -> str:
    """The key of a story's status; `attach_workflows` first, where there are many."""
    state = vars(story).get("workflow_status", "")
    if state in IN_WORKFLOW:
        return IN_WORKFLOW[state]
    if story.scheduled_revision:
        return SCHEDULED
    if story.live and story.retracted_at:
        return RETRACTED
    if story.live:
        return CHANGED if story.has_unpublished_changes else PUBLISHED
    return WITHDRAWN if story.first_published_at else DRAFT


def attach_workflows(stories: Iterable[Story]) -> None:
    """Tell each of these stories where its workflow is: one query for all."""
    rows = list(stories)
    states = _active().filter(object_id__in=[str(story.pk) for story in rows])
    found = dict(states.values_list("object_id", "status"))
    for story in rows:
        story.__dict__["workflow_status"] = found.get(str(story.pk), "")


def with_status(stories: QuerySet[Story], key: str) -> QuerySet[Story]:
    own = Cast(OuterRef("pk"), CharField())
    waiting = Revision.objects.filter(
        content_type=_content_type(), object_id=own, approved_go_live_at__isnull=False
    )
    conditions: dict[str, Any] = {
        DRAFT: Q(live=False, first_published_at=None),
        WAITING: Exists(_active().filter(object_id=own, status=WorkflowState.STATUS_IN_PROGRESS)),
        RETURNED: Exists(
            _active().filter(object_id=own, status=WorkflowState.STATUS_NEEDS_CHANGES)
        ),
        SCHEDULED: Exists(waiting),
        PUBLISHED: Q(live=True),
        CHANGED: Q(live=True, has_unpublished_changes=True),
        RETRACTED: Q(live=True, retracted_at__isnull=False),
        WITHDRAWN: Q(live=False, first_published_at__isnull=False),
    }
    return stories.filter(conditions[key])


def _active() -> QuerySet[WorkflowState]:
    active: QuerySet[WorkflowState] = WorkflowState.objects.active().filter(
        content_type=_content_type()
    )
    return active


def _content_type() -> ContentType:
    return ContentType.objects.get_for_model(Story)
