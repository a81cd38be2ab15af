"""A story's addresses."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from plaudit import settings
from plaudit.ledger import receipts, serving, subjects
from plaudit.points import ballots, carrying, charts, desk, tallies, unsealed, voters
from plaudit.points.models import Carry
from plaudit.stories import finding, item_bars, item_counts, pages, periods, sources
from plaudit.stories.models import Recording, Story

SAFE = ("GET", "HEAD")
INDEX = re.compile(r"0|[1-9][0-9]{0,17}")
View = Callable[..., HttpResponse]


def of_story(view: Callable[..., HttpResponse]) -> View:
    """Give a view the published story of its slug; answer 301, 404 or 410 where there is none.

    A page that was opened before its story moved posts to the old slug, and is not sent on.
    """

    @wraps(view)
    def answer(request: HttpRequest, slug: str, **named: Any) -> HttpResponse:
        try:
            story = finding.published(slug)
        except finding.Elsewhere as elsewhere:
            if elsewhere.story is None or request.method in SAFE:
                return elsewhere.answer(request)
            story = elsewhere.story
        return view(request, story, **named)

    return answer


@require_safe
@of_story
def story(request: HttpRequest, story: Story) -> HttpResponse:
    template = "stories/retracted.html" if story.retracted_at else "stories/story.html"
    return render(request, template, pages.story_context(story, request))


@require_safe
@of_story
def story_json(_request: HttpRequest, story: Story) -> HttpResponse:
    """The story and its live figures, for programs."""
    url = settings.load().url
    data: dict[str, Any] = {
        "id": story.about,
        "url": url + story.get_absolute_url(),
        "headline": story.headline,
        "dek": story.dek,
        "kind": story.kind,
        "section": story.section.slug,
        "tags": sorted(tag.slug for tag in story.tags.all()),
        "authors": [author.name for author in story.byline_authors()],
        "language": story.lang,
        "sources": sources.as_json(sources.numbered(story)),
        "first_published_at": story.first_published_at,
        "last_published_at": story.last_published_at,
        "retracted_at": story.retracted_at,
        "changes": list(story.changes.shown().values("kind", "at", "wrong", "text", "version")),
        "points": tallies.live_one(story.about).as_json(),
        "unsealed": unsealed.counts([story.about])[story.about],
        "items": item_bars.as_json(story),
    }
    return JsonResponse(
        data, headers={"Cache-Control": "no-store", "Access-Control-Allow-Origin": "*"}
    )


@require_safe
@of_story
def story_points(request: HttpRequest, story: Story) -> HttpResponse:
    """How these points were counted, for people."""
    days = charts.days(story.about)
    carried = carrying.sources(story.about)
    points, items = tallies.live_one(story.about), item_counts.of(story)
    context = {
        "story": story,
        "points": points,
        "periods": periods.of(story, points),
        "set_aside": item_counts.set_aside(story.about),
        "items": items,
        "items_set_aside": [one for one in items if one.set_aside],
        "carried": [(carrying.NAMES[Carry.Source(key)], value) for key, value in carried.items()],
        "days": days,
        "chart": charts.draw(days),
        **pages.vote_context(story, request),
    }
    return render(request, "stories/points.html", context)


@require_safe
@of_story
def story_leaves(request: HttpRequest, story: Story) -> HttpResponse:
    """The entries of the ledger about a story, as plain text, at most so many from one on."""
    start, headers = request.GET.get("from", "0"), {"content-type": serving.TEXT, **serving.FOR_ALL}
    if not INDEX.fullmatch(start):
        wrong = "from is the number of an entry, counted from 0.\n"
        return HttpResponse(wrong, status=400, headers=headers)
    text = subjects.excerpt(story.about, int(start), f"{story.get_absolute_url()}/points.txt")
    return HttpResponse(text, headers=headers | serving.SHORT)


@require_safe
def recording_captions(_request: HttpRequest, pk: int) -> HttpResponse:
    """The captions of a film, as players read them (WebVTT)."""
    recording = get_object_or_404(Recording.objects.exclude(captions=""), pk=pk)
    return HttpResponse(recording.captions, headers={"content-type": "text/vtt; charset=utf-8"})


@csrf_exempt  # pages are the same for everybody, so the door looks at the origin instead
@require_POST
def story_point(request: HttpRequest, slug: str) -> HttpResponse:
    """Give, change or withdraw a point. An unpublished story answers like a missing one."""
    sign = receipts.signing()  # before anything is cast: no vote is taken that has no receipt
    return desk.give(request, subject(finding.acted_on(slug), request), sign)


def subject(story: Story | None, request: HttpRequest) -> desk.Subject | None:
    """What the voting desk has to know of a story."""
    if story is None:
        return None
    return desk.Subject(
        about=story.about,
        url=story.get_absolute_url(),
        title=story.headline,
        is_open=story.takes_points,
        is_own=story.is_by(request.user),
    )


@never_cache
@require_safe
@of_story
def story_receipt(request: HttpRequest, story: Story) -> HttpResponse:
    """The receipt of the reader's own ballot in force, as a file: for votes without scripts."""
    found = receipt_file(story.about, story.slug, request)
    return found or render(request, "stories/no_receipt.html", {"story": story}, status=404)


def receipt_file(about: str, name: str, request: HttpRequest) -> HttpResponse | None:
    """The receipt of the reader's own ballot in force on a subject, as a file; None without one."""
    voter = voters.known(request)
    ballot = ballots.in_force(about, voter.tag(about)) if voter else None
    if ballot is None:
        return None
    file = f"receipt-{name}-{ballot.rev}.json"
    return JsonResponse(
        receipts.as_file(receipts.signing()(ballot)),
        json_dumps_params={"indent": 2, "ensure_ascii": False},
        headers={"Content-Disposition": f'attachment; filename="{file}"'},
    )
