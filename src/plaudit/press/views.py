"""What is one reader's own on pages that are the same for everybody."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from plaudit.people import menu
from plaudit.people.models import Policy
from plaudit.points import tallies
from plaudit.stories import item_bars, pages
from plaudit.stories.item_bars import ItemBar
from plaudit.stories.models import Item, Story

MOST = 20  # bars on one page


@never_cache
@require_safe
def reader_json(request: HttpRequest) -> JsonResponse:
    """Who asks, their menu, and as this reader sees them the point bars of the stories `about`, and
    for the story `watch` whether they are told of its corrections.

    With `items`, also the bars of the stories' items that look another way to others.
    """
    ulids = [about.removeprefix("s/") for about in request.GET.get("about", "").split(",")]
    stories = Story.objects.published().for_cards().filter(ulid__in=ulids[:MOST])
    bars = {story.about: _bar(story, request) for story in stories}
    shown: dict[str, Any] = {
        "kind": menu.kind(request),
        "menu": menu.menu(request.user),
        "bars": bars,
    }
    if request.GET.get("items"):
        polls: dict[str, str] = {}
        for story in stories:
            found = item_bars.of_page(story, request)
            bars |= _items(found.values(), request)
            polls |= _polls(story, found, request)
        shown["polls"] = polls
    watched = Story.objects.published().filter(ulid=request.GET.get("watch", "")[2:]).first()
    if watched and request.user.is_authenticated:
        shown["watch"] = _html(request, "press/_watch.html", {"story": watched})
    return JsonResponse(shown)


def _items(found: Iterable[ItemBar], request: HttpRequest) -> dict[str, str]:
    """A member is asked for no account, an author has no buttons, and who voted sees it."""
    is_guest = not request.user.is_authenticated
    ranked = [bar for bar in found if bar.item.kind == Item.Kind.RANKED]
    own = [bar for bar in ranked if bar.has_voted or not is_guest]
    return {bar.about: _html(request, "press/_item_bar.html", {"bar": bar}) for bar in own}


def _polls(story: Story, found: Mapping[str, ItemBar], request: HttpRequest) -> dict[str, str]:
    """Each poll as this reader sees it, by the id of its element."""
    polls = [block for block in story.body if block.block_type == "poll"]
    if not polls:
        return {}
    context = {"story": story, "item_bars": found, "policy": Policy.load(), "request": request}
    return {f"poll-{poll.id}": poll.render(context | {"block": poll}).strip() for poll in polls}


def _bar(story: Story, request: HttpRequest) -> str:
    context = {
        "story": story,
        "points": tallies.live_one(story.about),
        **pages.vote_context(story, request),
    }
    return _html(request, "press/_bar.html", context)


def _html(request: HttpRequest, template: str, context: dict[str, Any]) -> str:
    return render(request, template, context).content.decode().strip()
