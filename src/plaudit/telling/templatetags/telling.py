"""The form below a story by which a reader asks to be told of its corrections."""

from typing import Any

from django import template
from django.template import Context

from plaudit import settings
from plaudit.telling import watches

register = template.Library()


@register.inclusion_tag("telling/_watch.html", takes_context=True)
def watch_form(context: Context) -> dict[str, Any]:
    """As this reader sees it; on the page that is the same for everybody, as a stranger does."""
    story, user = context["story"], context["request"].user
    is_shown = settings.load().sends_mail and not context.get("is_preview")
    is_watched = is_shown and user.is_authenticated and watches.is_kept(user.pk, story.pk)
    return {"story": story, "is_shown": is_shown, "is_watched": is_watched}
