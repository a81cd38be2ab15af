"""Registers the moderators' screens with Wagtail, which looks for this file by its name."""

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from plaudit.moderation import permissions, views
from plaudit.stories.models import Story


class BallotsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return permissions.may_decide(request.user)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern]:
    return [
        path("ballots/", views.overview, name="moderation"),
        path("ballots/<slug:ulid>/", views.story, name="moderation_story"),
        path("ballots/<slug:ulid>/<slug:item>/", views.item, name="moderation_item"),
    ]


@hooks.register("register_admin_menu_item")
def item() -> MenuItem:
    return BallotsItem(
        _("Ballots"), reverse("moderation"), "ballots", icon_name="clipboard-list", order=220
    )


@hooks.register("register_snippet_listing_buttons")
def button(row: Any, user: Any, next_url: str | None = None) -> Iterator[Button]:
    """From a story in the list to its ballots."""
    if isinstance(row, Story) and permissions.may_decide_on(user, row):
        address = reverse("moderation_story", args=[row.ulid])
        yield Button(_("Ballots"), address, icon_name="clipboard-list", priority=60)


@hooks.register("register_permissions")
def deciding() -> QuerySet[Permission]:
    """Makes the permission show up where roles are edited."""
    app_label, codename = permissions.DECIDE.split(".")
    return Permission.objects.filter(content_type__app_label=app_label, codename=codename)
