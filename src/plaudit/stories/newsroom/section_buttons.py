"""Buttons for editors of a section: Wagtail shows its own to whoever may publish all stories."""

from typing import Any

from wagtail.snippets.action_menu import ActionMenuItem, PublishMenuItem, UnpublishMenuItem

from plaudit.stories.models import Story
from plaudit.stories.newsroom.permissions import policy


def _is_for_section(context: dict[str, Any]) -> bool:
    """Whether this person may publish here, and does not see Wagtail's own button anyway."""
    user, story = context["request"].user, context.get("instance")
    if context.get("locked_for_user") or policy.may_with_all(user, "publish"):
        return False
    if story is None:
        return policy.user_has_permission(user, "publish")
    return policy.user_has_permission_for_instance(user, "publish", story)


class PublishInSection(PublishMenuItem):
    def is_shown(self, context: dict[str, Any]) -> bool:
        return _is_for_section(context)


class UnpublishInSection(UnpublishMenuItem):
    def is_shown(self, context: dict[str, Any]) -> bool:
        story = context.get("instance")
        return bool(story and story.live) and _is_for_section(context)


def publish(model: type) -> ActionMenuItem | None:
    return PublishInSection(order=30) if model is Story else None


def unpublish(model: type) -> ActionMenuItem | None:
    return UnpublishInSection(order=20) if model is Story else None
