"""The lists as pages and as data."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.rankings import catalogue, data, pages, scopes
from plaudit.rankings.catalogue import FRONT
from plaudit.rankings.cursors import BadCursorError
from plaudit.rankings.pages import Page
from plaudit.rankings.scopes import SITE

SIDE_LENGTH = 5
SECONDARY = 5  # where the secondary stories of the front page end; the first is the lead


@require_safe
def listing(
    request: HttpRequest, list_key: str = "front", kind: str = "", slug: str = ""
) -> HttpResponse:
    """A page of a list: of the site, or of the section, tag or author at this address."""
    shown = _read(request, list_key, kind, slug)
    if shown.chosen == FRONT and shown.scope == SITE and shown.is_first:
        return render(request, "rankings/front.html", _front(shown))
    template = "rankings/list.html" if shown.scope == SITE else "rankings/scope.html"
    return render(request, template, _context(shown))


@require_safe
def listing_json(
    request: HttpRequest, list_key: str = "front", kind: str = "", slug: str = ""
) -> JsonResponse:
    """The same as data, for anyone to recompute."""
    response = JsonResponse(data.page(_read(request, list_key, kind, slug)))
    response["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def how_lists_work(request: HttpRequest) -> HttpResponse:
    return render(request, "rankings/how_lists_work.html", {"formulas": catalogue.LISTS.values()})


def _read(request: HttpRequest, list_key: str, kind: str, slug: str) -> Page:
    scope = scopes.named(kind, slug) if kind else SITE
    after, before = request.GET.get("after", ""), request.GET.get("before", "")
    try:
        return pages.read(catalogue.LISTS[list_key], scope, after, before)
    except BadCursorError:
        raise Http404(_("There is no such page of this list.")) from None


def _context(shown: Page) -> dict[str, Any]:
    in_section = shown.scope.kind == "section"
    return {
        "listing": shown,
        "scope": shown.scope.about,
        "scope_lists": [
            {"key": found.key, "name": found.name, "url": shown.scope.url(found.key)}
            for found in (FRONT, *catalogue.MENU)
        ],
        "current_section": shown.scope.about.slug if in_section else None,
        "canonical_url": settings.load().url + shown.url,
        "notice": _("This list has moved on since you opened it, so here it is again from the top.")
        if shown.has_moved_on
        else "",
    }


def _front(shown: Page) -> dict[str, Any]:
    found = shown.places
    return _context(shown) | {
        "is_front": True,
        "lead": found[0] if found else None,
        "secondary": found[1:SECONDARY],
        "ranked": found[SECONDARY:],
        "trending": pages.first(catalogue.TRENDING, SITE, SIDE_LENGTH),
        "popular": pages.first(catalogue.POPULAR, SITE, SIDE_LENGTH),
    }
