"""How passing a story on looks."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import ngettext

from plaudit import settings
from plaudit.sharing import links, shares
from plaudit.sharing.links import Link
from plaudit.stories.models import Story

register = template.Library()


@register.filter
def shares_phrase(number: int) -> str:
    """The number and its noun: "1 share", "52 shares"."""
    shown = number_format(number, decimal_pos=0, force_grouping=True)
    return ngettext("%(figure)s share", "%(figure)s shares", number) % {"figure": shown}


@register.simple_tag
def share_links(story: Story) -> list[Link]:
    return links.links(settings.load().url + story.get_absolute_url(), story.headline)


@register.simple_tag
def share_count(story: Story) -> int:
    return shares.count(story.about)
