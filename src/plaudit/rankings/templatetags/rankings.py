"""What other rooms' pages show of the lists."""

from typing import Any

from django import template

from plaudit.rankings import catalogue, pages, reasons
from plaudit.stories.models import Story

register = template.Library()


@register.simple_tag
def list_labels(story: Story) -> list[dict[str, Any]]:
    """The lists in which the story is among the first, each with its reason."""
    return reasons.labels(story)


@register.simple_tag
def best_ranked(count: int) -> list[Story]:
    """The stories that would stand first on the front page by its formula alone."""
    return pages.stories(catalogue.FRONT, count=count)
