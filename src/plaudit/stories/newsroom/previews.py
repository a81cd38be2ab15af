"""A draft as readers would see it: the whole page, or its card in a list."""

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from plaudit.stories import pages
from plaudit.stories.models import Story

CARD = "card"


def show(story: Story, request: HttpRequest, mode: str) -> HttpResponse:
    if mode == CARD:
        return TemplateResponse(request, "stories/preview_card.html", {"story": story})
    context = pages.story_context(story, request, is_preview=True)
    return TemplateResponse(request, "stories/story.html", context)
