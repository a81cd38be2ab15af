"""Retracting a story, and taking that back: asked once more, and always with a reason."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views import View
from wagtail.admin import messages

from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories import newsdesk
from plaudit.stories.models import Story
from plaudit.stories.models.change import LONGEST


class RetractView(View):
    """`guard` has asked before whether this person may publish."""

    http_method_names = ["get", "head", "post"]

    def get(self, request: HttpRequest, pk: str) -> HttpResponse:
        story = get_object_or_404(Story, pk=pk)
        if not story.live:
            messages.error(
                request, _("Readers do not have this story: there is nothing to retract.")
            )
            return redirect(_editor(story))
        return _shown(request, story)

    def post(self, request: HttpRequest, pk: str) -> HttpResponse:
        """Retract, or take it back: what was asked for, whatever became of the story meanwhile."""
        story = get_object_or_404(Story, pk=pk)
        reason, user = request.POST.get("reason", ""), request.user
        if not isinstance(user, User):
            raise PermissionDenied
        if len(reason) > LONGEST:
            said = _("Say it in at most %(number)s characters.") % {"number": LONGEST}
            return _shown(request, story, reason, said)
        try:
            if "reinstate" in request.POST:
                newsdesk.reinstate(story, reason, by=user)
                messages.success(request, _("The story stands again, and readers are told so."))
            else:
                newsdesk.retract(story, reason, by=user)
                messages.success(request, _("The story is retracted. Its address says why."))
        except Refusal:
            said = _("It was not done. A retraction needs a reason, and a story that readers have.")
            return _shown(request, story, reason, said)
        return redirect(_editor(story))


def _shown(request: HttpRequest, story: Story, reason: str = "", said: str = "") -> HttpResponse:
    trail = [
        {"url": reverse("wagtailsnippets_stories_story:list"), "label": _("Stories")},
        {"url": _editor(story), "label": story.headline},
    ]
    context = {
        "story": story,
        "reason": reason,
        "said": said,
        "longest": LONGEST,
        "breadcrumbs_items": trail,
        "header_title": story.headline,
        "header_icon": "warning",
        "editor_url": _editor(story),
    }
    return render(request, "newsroom/retract.html", context, status=400 if said else 200)


def _editor(story: Story) -> str:
    return reverse("wagtailsnippets_stories_story:edit", args=[story.pk])
