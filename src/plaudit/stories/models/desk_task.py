"""The step of the workflow at which a story waits for an editor."""

from types import SimpleNamespace
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, QuerySet
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, TaskState

from plaudit.stories import section_desks
from plaudit.stories.models.story import Story

ANYBODY = SimpleNamespace(is_superuser=True)  # who may decide, in Wagtail's eyes


class DeskTask(AbstractGroupApprovalTask):
    """Decided by the groups of editors, as Wagtail has it, and by the editors of the section."""

    class Meta:
        verbose_name = _("desk")
        verbose_name_plural = _("desks")

    @classmethod
    def get_description(cls) -> str:
        return str(_("Decided by the chosen groups, and by the editors of the story’s section"))

    def user_can_access_editor(self, obj: Any, user: Any) -> bool:
        return super().user_can_access_editor(obj, user) or section_desks.may_edit(user, obj)

    def locked_for_user(self, obj: Any, user: Any) -> bool:
        return super().locked_for_user(obj, user) and not section_desks.may_edit(user, obj)

    def user_can_lock(self, obj: Any, user: Any) -> bool:
        return super().user_can_lock(obj, user) or section_desks.may_edit(user, obj)

    def get_actions(self, obj: Any, user: Any) -> list[tuple[str, str, bool]]:
        decides = ANYBODY if section_desks.may_publish(user, obj) else user
        actions: list[tuple[str, str, bool]] = super().get_actions(obj, decides)
        return actions

    def get_task_states_user_can_moderate(self, user: Any, **kwargs: Any) -> QuerySet[TaskState]:
        for_all = super().get_task_states_user_can_moderate(user, **kwargs)
        return for_all | self._states_in(section_desks.of(user))

    def _states_in(self, sections: frozenset[int]) -> QuerySet[TaskState]:
        stories = Story.objects.filter(section__in=sections).order_by()
        states: QuerySet[TaskState] = self.task_states.filter(
            status=TaskState.STATUS_IN_PROGRESS,
            workflow_state__base_content_type=ContentType.objects.get_for_model(Story),
            workflow_state__object_id__in=stories.values_list(Cast("pk", CharField()), flat=True),
        )
        return states
