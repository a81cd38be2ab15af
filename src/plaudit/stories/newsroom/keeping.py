"""What stories stand on is not deleted from under them."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import ngettext
from wagtail.admin import messages

from plaudit.stories.models import Author, Section


def refuse_what_is_used(request: HttpRequest, instances: list[Any]) -> HttpResponse | None:
    """Instead of a confirmation, one or many: a sentence that says what is in the way."""
    for instance in instances:
        count = _stories_of(instance)
        if count:
            message = ngettext(
                "“%(name)s” has %(count)d story. Give it to another one first.",
                "“%(name)s” has %(count)d stories. Give them to another one first.",
                count,
            )
            messages.error(request, message % {"name": instance, "count": count})
            return redirect(instance.snippet_viewset.get_url_name("list"))
    return None


def _stories_of(instance: Any) -> int:
    if isinstance(instance, Section):
        return instance.stories.count()
    if isinstance(instance, Author):
        return instance.bylines.count()
    return 0
