"""What staff see on the readers' pages."""

from typing import Any

from django import template
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from plaudit.stories.newsroom.permissions import policy

register = template.Library()


@register.simple_tag(takes_context=True)
def newsroom_edit_link(context: dict[str, Any], story: Any) -> SafeString:
    """A link to the editor for whoever may edit this story; nothing for everybody else.

    It is personal: a page that is kept for all must be rendered for a stranger.
    """
    user = getattr(context.get("request"), "user", None)
    if not (user and story.pk and user.is_authenticated and user.is_newsroom):
        return SafeString("")
    if not policy.user_has_permission_for_instance(user, "change", story):
        return SafeString("")
    url = reverse("wagtailsnippets_stories_story:edit", args=[story.pk])
    return format_html('<a class="newsroom-edit" href="{}" rel="nofollow">{}</a>', url, _("Edit"))


@register.filter
def may_write(user: Any) -> bool:
    return policy.user_has_permission(user, "add")
