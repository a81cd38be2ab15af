"""What the newsroom's menus leave out, its look, and what its editor does besides Wagtail's."""

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.search import SearchArea

from plaudit.stories.newsroom import (
    bunches,
    dead_links,
    desk,
    front_page,
    history,
    keeping,
    section_buttons,
)
from plaudit.stories.newsroom.permissions import policy
from plaudit.stories.section_desks import AUTHORSHIP

# There are no pages, documents or further sites here; Wagtail's reports are about pages, and its
# help leads to addresses elsewhere.
NOT_USED = {
    "construct_main_menu": {"explorer", "documents", "reports", "help"},
    "construct_search": {"pages", "documents"},
    "construct_settings_menu": {"sites", "collections", "locales", "redirects"},
}

EDITOR_SCRIPTS = ("one-saving-at-a-time", "headline-help", "source-choice")


def register() -> None:
    for hook, names in NOT_USED.items():
        hooks.register(hook, _without(names))
    hooks.register("construct_homepage_panels", _panels)
    hooks.register("register_admin_search_area", _story_search)
    hooks.register("insert_global_admin_css", _look)
    hooks.register("insert_editor_js", _editor_scripts)
    hooks.register("insert_global_admin_js", _alt_advice)
    for screen in (dead_links, front_page):
        hooks.register("register_admin_urls", screen.urls)
        hooks.register("register_admin_menu_item", screen.menu_item)
    for button in (section_buttons.publish, section_buttons.unpublish):
        hooks.register("register_snippet_action_menu_item", button)
    hooks.register("register_permissions", _permissions)
    hooks.register("before_delete_snippet", keeping.refuse_what_is_used)
    hooks.register("register_log_actions", history.log_actions)
    hooks.register("register_bulk_action", bunches.StoryDelete, order=1)  # after Wagtail's own


def _without(names: set[str]) -> Any:
    def leave_out(_request: HttpRequest, items: list[Any]) -> None:
        items[:] = [item for item in items if item.name not in names]

    return leave_out


def _panels(request: HttpRequest, panels: list[Any]) -> None:
    """Wagtail's own are about pages, but for what waits in a workflow."""
    kept = {"workflow_objects_to_moderate"}
    panels[:] = [panel for panel in panels if panel.name in kept]
    panels.append(desk.OwnStories())
    if policy.may_with_all(request.user, "view"):
        panels.append(desk.LatelyPublished())


class StorySearch(SearchArea):
    """What the field in the side bar searches, unless one asks for something else."""

    def is_shown(self, request: HttpRequest) -> bool:
        return policy.user_has_permission(request.user, "view")


def _story_search() -> StorySearch:
    url = reverse("wagtailsnippets_stories_story:list")
    return StorySearch(_("Stories"), url, name="stories", icon_name="doc-full", order=50)


def _look() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("plaudit/newsroom/newsroom.css"))


def _editor_scripts() -> SafeString:
    scripts = [(static(f"plaudit/newsroom/{name}.js"),) for name in EDITOR_SCRIPTS]
    return format_html_join("\n", '<script type="module" src="{}"></script>', scripts)


def _permissions() -> QuerySet[Permission]:
    """Makes those that belong to no screen of Wagtail's show up where roles are edited."""
    codenames = [name.removeprefix("stories.") for name in (AUTHORSHIP, front_page.ARRANGE)]
    return Permission.objects.filter(content_type__app_label="stories", codename__in=codenames)


def _alt_advice() -> SafeString:
    """On every screen: the form of an image opens in windows over others."""
    script = static("plaudit/newsroom/alt-advice.js")
    return format_html('<script type="module" src="{}"></script>', script)
