"""Deleting several stories at once."""

from typing import Any

from wagtail.snippets.bulk_actions.delete import DeleteBulkAction

from plaudit.stories.models import Story
from plaudit.stories.newsroom.permissions import policy


class StoryDelete(DeleteBulkAction):
    """Wagtail's own names the stories one may not delete, drafts one may not read among them."""

    models = [Story]

    def get_actionable_objects(self) -> Any:
        may_delete, others = super().get_actionable_objects()
        readable = [story for story in others["items_with_no_access"] if self._is_readable(story)]
        return may_delete, {"items_with_no_access": readable}

    def _is_readable(self, story: Story) -> bool:
        return policy.user_has_permission_for_instance(self.request.user, "view", story)
