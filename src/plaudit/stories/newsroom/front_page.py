"""The front-page desk: which stories lead, in what order, until when."""

from itertools import chain
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from plaudit.people.models import User
from plaudit.stories import placements
from plaudit.stories.models import Placement, Story
from plaudit.stories.models.placement import SLOTS
from plaudit.stories.newsroom import arranging, front_page_work
from plaudit.stories.newsroom.arranging import Board
from plaudit.stories.newsroom.front_page_work import Desk, slot_name, stories_on

ARRANGE = "stories.add_placement"
BESIDE = 10  # so many of the newest, of the best ranked and of what was found
LONGEST = 200


class FrontPageItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(ARRANGE))


def menu_item() -> MenuItem:
    url = reverse("front_page_desk")
    name = gettext_lazy("Front page")
    return FrontPageItem(name, url, "front-page", icon_name="thumbtack", order=150)


def urls() -> list[URLPattern]:
    return [path("front-page/", front_page, name="front_page_desk")]


@require_http_methods(["GET", "HEAD", "POST"])
def front_page(request: HttpRequest) -> HttpResponse:
    user = request.user
    if not isinstance(user, User) or not user.has_perm(ARRANGE):
        raise PermissionDenied
    if request.method != "POST":
        state = placements.state()  # before the slots: what comes in between is then told
        return _shown(request, Desk(_placed_now(), state))
    desk = Desk(
        arranging.read(request.POST.dict()),
        arranging.key(request.POST.get("seen", "")),
        query=request.POST.get("q", "").strip()[:LONGEST],
        is_changed=True,
    )
    if request.POST.get("do") != "save":
        front_page_work.rearrange(desk, request.POST.get("do", ""))
    elif front_page_work.is_saved(desk, user):
        messages.success(request, _("The front page is as you have arranged it."))
        return redirect("front_page_desk")
    return _shown(request, desk)


def _placed_now() -> Board:
    running = placements.running(timezone.now())
    ulids = [it.ulid for it in running]
    found = Story.objects.standing().filter(ulid__in=ulids).values_list("ulid", "pk")
    return arranging.of_placements(running, dict(found))


def _shown(request: HttpRequest, desk: Desk) -> HttpResponse:
    stories = stories_on(desk.board)
    standing = Story.objects.standing().select_related("section")
    context: dict[str, Any] = {
        "desk": desk,
        "slots": [
            {
                "number": number,
                "name": slot_name(number),
                "story": stories.get(slot.pk),
                "slot": slot,
                "error": desk.errors.get(number, ""),
                "is_last": number == SLOTS - 1,
            }
            for number, slot in enumerate(desk.board)
        ],
        "placed": {slot.pk for slot in desk.board if slot.pk},
        "meanwhile": _told(desk.meanwhile),
        "newest": standing.order_by("-first_published_at", "-pk")[:BESIDE],
        "found": _found(desk.query) if desk.query else None,
        "header_title": _("Front page"),
        "header_icon": "thumbtack",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("front_page_desk"), "label": _("Front page")},
        ],
    }
    status = 409 if desk.meanwhile else 400 if desk.is_refused else 200
    return render(request, "newsroom/front_page.html", context, status=status)


def _found(query: str) -> list[Story]:
    """By the readers' search, which is above this room; the newest first."""
    keys = chain.from_iterable(find(query) for find in hooks.get_hooks("find_stories"))
    found = Story.objects.standing().select_related("section").filter(pk__in=list(keys))
    return list(found.order_by("-first_published_at", "-pk")[:BESIDE])


def _told(meanwhile: list[Placement]) -> list[dict[str, Any]]:
    """What another editor has done, or what has left by itself (`by` is empty)."""
    found = Story.objects.filter(ulid__in=[it.ulid for it in meanwhile if it.ulid])
    names = {story.ulid: story.headline for story in found}
    return [
        {
            "place": slot_name(it.slot),
            "headline": names.get(it.ulid, ""),
            "by": str(it.by or it.role),
            "at": it.at,
        }
        for it in meanwhile
    ]
