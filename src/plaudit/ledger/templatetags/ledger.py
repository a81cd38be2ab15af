"""What the ledger has to say on the pages of other rooms."""

from typing import Any

from django import template
from django.template import Context

from plaudit import settings
from plaudit.ledger import maps, standing, subjects

register = template.Library()


@register.inclusion_tag("ledger/_story.html", takes_context=True)
def story_in_ledger(context: Context) -> dict[str, Any]:
    """The place of this page's story in the log."""
    story, at, summed_up = context["story"], standing.published(), maps.latest()
    presence = subjects.presence(story.about, at)
    return {
        "story": story,
        "at": at,
        "presence": presence,
        "is_mapped": summed_up and presence.first is not None and presence.first < summed_up.index,
        "site": settings.load(),
    }
