"""Sources whose link is dead, of the published stories that the asking person may see."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from plaudit.stories.models import Link, Source
from plaudit.stories.newsroom import desk
from plaudit.stories.newsroom.permissions import policy

ROWS = 50


class DeadLinksItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return policy.user_has_permission(request.user, "view")


def menu_item() -> MenuItem:
    url = reverse("dead_links")
    return DeadLinksItem(_("Dead links"), url, "dead-links", icon_name="warning", order=160)


def urls() -> list[URLPattern]:
    return [path("dead-links/", dead_links, name="dead_links")]


@require_safe
def dead_links(request: HttpRequest) -> HttpResponse:
    """The newest stories first."""
    if not policy.user_has_permission(request.user, "view"):
        raise PermissionDenied
    page = Paginator(_sources(request.user), ROWS).get_page(request.GET.get("p"))
    links = Link.objects.in_bulk([source.link for source in page], field_name="url")
    rows = [
        {
            "source": source,
            "link": links[source.link],
            "screen": desk.screen(source.story, request.user),
        }
        for source in page
    ]
    head: dict[str, Any] = {
        "header_title": _("Dead links"),
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("dead_links"), "label": _("Dead links")},
        ],
    }
    return render(request, "newsroom/dead_links.html", {"page": page, "rows": rows, **head})


def _sources(user: Any) -> QuerySet[Source]:
    stories = policy.instances_user_has_permission_for(user, "view").published()
    dead = Link.objects.dead().values("url")
    found = Source.objects.filter(link__in=dead, story__in=stories).select_related("story")
    return found.order_by("-story__first_published_at", "story_id", "sort_order", "pk")
