"""Every list as an Atom feed."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.html import format_html

from plaudit import settings
from plaudit.rankings import catalogue, pages, scopes
from plaudit.rankings.catalogue import List
from plaudit.rankings.scopes import SITE, Scope
from plaudit.stories.models import Story
from plaudit.stories.pages import card_image

LENGTH = 30


class Listed(NamedTuple):
    """One list of one scope."""

    list: List
    scope: Scope


class ListFeed(Feed[Story, Listed]):
    """The newest state of a list; a story's id stays the same when its headline changes."""

    feed_type = Atom1Feed

    def __call__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=60"
        response["Access-Control-Allow-Origin"] = "*"
        return response

    def get_object(  # what the address names
        self, _request: HttpRequest, list_key: str = "front", kind: str = "", slug: str = ""
    ) -> Listed:
        scope = scopes.named(kind, slug) if kind else SITE
        return Listed(catalogue.LISTS[list_key], scope)

    def title(self, obj: Listed) -> str:
        parts = [settings.load().name, obj.scope.name, str(obj.list.name)]
        return " – ".join(part for part in parts if part)

    def subtitle(self, obj: Listed) -> str:
        return str(obj.list.sentence)

    def link(self, obj: Listed) -> str:
        return settings.load().url + obj.scope.url(obj.list.key)

    def feed_url(self, obj: Listed) -> str:
        return settings.load().url + obj.scope.url(obj.list.key, "_feed")

    def items(self, obj: Listed) -> list[Story]:
        return pages.stories(obj.list, obj.scope, LENGTH)

    def item_title(self, item: Story) -> str:
        return item.headline

    def item_description(self, item: Story) -> str:
        return format_html("<p>{}</p>", item.dek) if item.dek else ""

    def item_link(self, item: Story) -> str:
        return settings.load().url + item.get_absolute_url()

    def item_guid(self, item: Story) -> str:
        return f"tag:{settings.load().ledger_origin},2026:{item.about}"

    def item_author_name(self, item: Story) -> str:
        return ", ".join(author.name for author in item.byline_authors())

    def item_categories(self, item: Story) -> list[str]:
        return [item.section.name]

    def item_pubdate(self, item: Story) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: Story) -> datetime | None:
        return item.last_published_at

    def item_enclosures(self, item: Story) -> list[Enclosure]:
        card = card_image(item.image)
        return [Enclosure(card["url"], "0", "image/jpeg")] if card else []
