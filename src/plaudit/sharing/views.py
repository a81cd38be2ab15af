"""Passing a story on, and that it was read."""

import io
import logging

import segno
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from plaudit import settings
from plaudit.people import guests, origins
from plaudit.points import voters
from plaudit.press import keys, stale
from plaudit.sharing import readings, shares
from plaudit.sharing.unchanged import unchanged
from plaudit.stories.models import Story
from plaudit.stories.views import of_story

log = logging.getLogger(__name__)


@csrf_exempt  # the origin is looked at instead, as for points
@require_POST
@of_story
def story_share(request: HttpRequest, story: Story) -> HttpResponse:
    """Count that this reader passed the story on. An action, so a guest gets the guest cookie."""
    if origins.is_cross_site(request):
        return JsonResponse({"error": "Shares are counted from this site's pages."}, status=403)
    try:
        return _shared(request, story)
    except OperationalError:
        log.warning("A share could not be written.", exc_info=True)
        return JsonResponse(
            {"error": "The site is busy; try again in a moment."},
            status=503,
            headers={"Retry-After": "5"},
        )


def _shared(request: HttpRequest, story: Story) -> HttpResponse:
    reader = voters.voting(request)
    is_counted = shares.take(story.about, reader, request.META.get("REMOTE_ADDR", ""))
    if is_counted:
        stale.touch([keys.story(story.ulid)])  # whose page says how often it was shared
    response = JsonResponse({"shares": shares.count(story.about)})
    if reader.is_new and is_counted:
        guests.remember(response, reader.secret)
    return response


@csrf_exempt
@require_POST
@of_story
def story_view(request: HttpRequest, story: Story) -> HttpResponse:
    """Count that a page was read: the page says so itself after some seconds in view."""
    if _is_read(request):
        try:
            readings.add(story.about, request.META.get("REMOTE_ADDR", ""))
        except OperationalError:  # nobody waits for the answer, and nobody would send it again
            log.warning("A view could not be written.", exc_info=True)
    return HttpResponse(status=204)


def _is_read(request: HttpRequest) -> bool:
    return not (
        origins.is_cross_site(request)
        or readings.is_in_advance(request.headers)
        or readings.is_program(request.headers.get("User-Agent", ""))
    )


@require_safe
@unchanged
@of_story
@cache_control(max_age=86400, public=True)
def story_qr(_request: HttpRequest, story: Story) -> HttpResponse:
    """The story's address as a QR code."""
    picture = io.BytesIO()
    code = segno.make(settings.load().url + story.get_absolute_url(), error="m")
    code.save(picture, kind="svg", scale=4, border=2, light="#fff", xmldecl=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
