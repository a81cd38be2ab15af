"""How passing a story on looks."""

import json

from django import template
from django.utils.translation import gettext, ngettext

from plaudit import settings
from plaudit.points import figures
from plaudit.sharing import links, readings, shares
from plaudit.sharing.links import Link
from plaudit.stories.models import Story

register = template.Library()


@register.filter
def shares_phrase(number: int) -> str:
    """The number and its noun: "1 share", "52 shares"."""
    return figures.phrase(number, _shares)


@register.simple_tag
def share_links(story: Story) -> list[Link]:
    return links.links(settings.load().url + story.get_absolute_url(), story.headline)


@register.simple_tag
def share_count(story: Story) -> int:
    return shares.count(story.about)


@register.simple_tag
def view_count(story: Story) -> int:
    return readings.count(story.about)


@register.filter
def views_phrase(number: int) -> str:
    """The number and its noun: "1 view", "52 views"."""
    return figures.phrase(number, _views)


@register.simple_tag
def share_words() -> str:
    """What the share box's script says, in the language of the page."""
    words = {
        "shares": figures.for_scripts(_shares),
        "copied": gettext("The link was copied."),
        "not_copied": gettext("Your browser did not allow copying. The address is:"),
        "no_sheet": gettext("Your browser could not open what it shares with. The address is:"),
        "no_server": gettext("This is not the name of a server. One looks like mastodon.social."),
    }
    return json.dumps(words, ensure_ascii=False)


def _shares(number: int) -> str:
    return ngettext("%(figure)s share", "%(figure)s shares", number)


def _views(number: int) -> str:
    return ngettext("%(figure)s view", "%(figure)s views", number)
