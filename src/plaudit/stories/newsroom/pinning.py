"""Pinning a story: who did it and in what role is taken down, because readers are told."""

from typing import Any

from django.http import HttpRequest
from wagtail.snippets.views.snippets import CreateView

from plaudit.people import roles
from plaudit.stories.models import Pin, Story


class PinCreateView(CreateView):
    def get_initial_form_instance(self) -> Pin:
        return Pin(by=self.request.user, role=roles.shown(self.request.user))

    def get_initial(self) -> dict[str, Any]:
        """`?story=` comes from the button on the story's own screen."""
        return {"story": _asked_for(self.request)}


def _asked_for(request: HttpRequest) -> Story | None:
    pk = request.GET.get("story", "")
    return Story.objects.filter(pk=pk).first() if pk.isdecimal() else None
