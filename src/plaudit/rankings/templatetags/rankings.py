"""What other rooms' pages show of the lists."""

from typing import Any

from django import template

from plaudit.rankings import reasons
from plaudit.stories.models import Story

register = template.Library()


@register.simple_tag
def list_labels(story: Story) -> list[dict[str, Any]]:
    """The lists in which the story is among the first, each with its reason."""
    return reasons.labels(story)
