"""Every list as an Atom feed."""

from datetime import datetime
from typing import Any, NamedTuple

from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import Enclosure
from django.utils.html import format_html
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from plaudit import settings
from plaudit.ledger import standing
from plaudit.rankings import catalogue, pages, scopes
from plaudit.rankings.catalogue import List
from plaudit.rankings.scopes import SITE, Scope
from plaudit.sharing.atom import AtomFeed
from plaudit.sharing.unchanged import unchanged
from plaudit.stories.lines import clean  # XML cannot hold every character
from plaudit.stories.models import Story
from plaudit.stories.pages import card_image

LENGTH = 30


class Listed(NamedTuple):
    """One list of one scope."""

    list: List
    scope: Scope


class ListFeed(Feed[Story, Listed]):
    """The newest state of a list; a story's id stays the same when its headline changes."""

    feed_type = AtomFeed

    def get_object(  # what the address names
        self, _request: HttpRequest, list_key: str = "front", kind: str = "", slug: str = ""
    ) -> Listed:
        scope = scopes.named(kind, slug) if kind else SITE
        return Listed(catalogue.LISTS[list_key], scope)

    def title(self, obj: Listed) -> str:
        parts = [settings.load().name, obj.scope.name, str(obj.list.name)]
        return clean(" – ".join(part for part in parts if part))

    def subtitle(self, obj: Listed) -> str:
        return str(obj.list.sentence)

    def author_name(self, _obj: Listed) -> str:
        return clean(settings.load().name)

    def link(self, obj: Listed) -> str:
        return settings.load().url + obj.scope.url(obj.list.key)

    def feed_url(self, obj: Listed) -> str:
        return settings.load().url + obj.scope.url(obj.list.key, "_feed")

    def feed_extra_kwargs(self, _obj: Listed) -> dict[str, Any]:
        return {"ledger": standing.published()}

    def items(self, obj: Listed) -> list[Story]:
        return pages.stories(obj.list, obj.scope, LENGTH)

    def item_title(self, item: Story) -> str:
        return clean(item.headline)

    def item_description(self, item: Story) -> str:
        return format_html("<p>{}</p>", clean(item.dek)) if item.dek else ""

    def item_link(self, item: Story) -> str:
        return settings.load().url + item.get_absolute_url()

    def item_guid(self, item: Story) -> str:
        return f"tag:{settings.load().ledger_origin},2026:{item.about}"

    def item_extra_kwargs(self, item: Story) -> dict[str, Any]:
        authors = [clean(author.name) for author in item.byline_authors()]
        return {"authors": authors, "language": item.language}

    def item_categories(self, item: Story) -> list[str]:
        return [clean(item.section.name)]

    def item_pubdate(self, item: Story) -> datetime | None:
        return item.first_published_at

    def item_updateddate(self, item: Story) -> datetime | None:
        return item.last_published_at

    def item_enclosures(self, item: Story) -> list[Enclosure]:
        card = card_image(item.image)
        return [Enclosure(card["url"], str(card["bytes"]), "image/jpeg")] if card else []


LIST_FEED = ListFeed()


@require_safe
@unchanged
@cache_control(max_age=60, public=True)
def listing_feed(request: HttpRequest, **named: str) -> HttpResponse:
    """The feed of the list at this address."""
    response = LIST_FEED(request, **named)
    del response["Last-Modified"]  # see `unchanged`
    response["Access-Control-Allow-Origin"] = "*"
    return response
