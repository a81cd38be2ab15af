"""The search of readers, as a page and as data: made for each query, kept by nobody."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plaudit.search import bounds, data, narrowing, pages
from plaudit.stories.models import Kind

HEADERS = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex, nofollow"}
RETRY_SECONDS = "5"


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = pages.ask(request.GET)
    context: dict[str, Any] = {
        "asked": asked,
        "kinds": Kind.choices,
        "chosen": narrowing.chosen(asked),
    }
    try:
        with bounds.bounded():
            answer = pages.answer(asked)
    except bounds.Exhausted:
        busy = render(request, "search/search.html", context | {"is_exhausted": True}, status=503)
        return _told(busy)
    context |= {"answer": answer, "narrower": narrowing.narrower(answer)}
    return _told(render(request, "search/search.html", context))


@require_safe
def search_json(request: HttpRequest) -> HttpResponse:
    try:
        with bounds.bounded():
            response = JsonResponse(data.page(pages.answer(pages.ask(request.GET))))
    except bounds.Exhausted:
        said = _("Many are searching right now, or this search takes too long.")
        response = JsonResponse({"error": said}, status=503)
    response["Access-Control-Allow-Origin"] = "*"
    return _told(response)


@require_safe
def open_search(request: HttpRequest) -> HttpResponse:
    """Lets a browser offer this site's search in its own field."""
    kind = "application/opensearchdescription+xml"
    response = render(request, "search/opensearch.xml", content_type=kind)
    response["Cache-Control"] = "public, max-age=86400"
    return response


def _told(response: HttpResponse) -> HttpResponse:
    for name, value in HEADERS.items():
        response[name] = value
    if response.status_code == 503:
        response["Retry-After"] = RETRY_SECONDS
    return response
