"""Passing a story on, and that it was read."""

import io

import segno
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from plaudit import settings
from plaudit.people import guests, origins
from plaudit.points import voters
from plaudit.sharing import readings, shares
from plaudit.stories.models import Story
from plaudit.stories.views import of_story


@csrf_exempt  # the origin is looked at instead, as for points
@require_POST
@of_story
def story_share(request: HttpRequest, story: Story) -> HttpResponse:
    """Count that this reader passed the story on. An action, so a guest gets the guest cookie."""
    if origins.is_cross_site(request):
        return JsonResponse({"error": "Shares are counted from this site's pages."}, status=403)
    reader = voters.voting(request)
    shares.add(story.about, reader)
    response = JsonResponse({"shares": shares.count(story.about)})
    if reader.is_new:
        guests.remember(response, reader.secret)
    return response


@csrf_exempt
@require_POST
@of_story
def story_view(request: HttpRequest, story: Story) -> HttpResponse:
    """Count that a page was read: the page says so itself after some seconds in view."""
    is_read = not origins.is_cross_site(request) and not readings.is_program(
        request.headers.get("User-Agent", "")
    )
    if is_read:
        readings.add(story.about, timezone.now().date())
    return HttpResponse(status=204)


@require_safe
@cache_control(max_age=86400, public=True)
@of_story
def story_qr(_request: HttpRequest, story: Story) -> HttpResponse:
    """The story's address as a QR code."""
    picture = io.BytesIO()
    code = segno.make(settings.load().url + story.get_absolute_url(), error="m")
    code.save(picture, kind="svg", scale=4, border=2, light="#fff", xmldecl=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")
