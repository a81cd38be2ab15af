"""The addresses of a story's items: giving a point to one, and the receipt of it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from plaudit.ledger import receipts
from plaudit.points import desk
from plaudit.stories import item_bars
from plaudit.stories.models import Story
from plaudit.stories.views import of_story, receipt_file


@csrf_exempt  # pages are the same for everybody, so the door looks at the origin instead
@require_POST
def item_point(request: HttpRequest, slug: str, ulid: str) -> HttpResponse:
    """Give, change or withdraw a point. What is not there or closed answers alike."""
    sign = receipts.signing()  # before anything is cast: no vote is taken that has no receipt
    return desk.give(request, item_bars.subject(item_bars.named(slug, ulid), request), sign)


@never_cache
@require_safe
@of_story
def item_receipt(request: HttpRequest, story: Story, ulid: str) -> HttpResponse:
    """The receipt of the reader's own ballot in force on an item, as a file."""
    item = item_bars.named(story.slug, ulid)
    found = receipt_file(item.about, f"{story.slug}-{ulid}", request) if item else None
    return found or render(request, "stories/no_receipt.html", {"story": story}, status=404)
