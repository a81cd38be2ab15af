"""The site map."""

from collections.abc import Iterator

from django.conf import settings
from django.urls import URLPattern, include, path, register_converter
from django.urls.converters import StringConverter
from django.views.generic import TemplateView
from django.views.static import serve
from wagtail.admin import urls as newsroom_urls
from wagtail.documents import urls as document_urls

from plaudit.ledger import views as ledger
from plaudit.masthead import views as masthead
from plaudit.people import views as people
from plaudit.people.door import door
from plaudit.people.own_account import own_account
from plaudit.points import views as points
from plaudit.press import views as press
from plaudit.rankings import catalogue
from plaudit.rankings import views as rankings
from plaudit.search import views as search
from plaudit.sharing import corrections_feed, feeds, sitemaps
from plaudit.sharing import views as sharing
from plaudit.stories import item_views, placement_record, record
from plaudit.stories import views as stories
from plaudit.telling import views as telling

SCOPES = {
    "section": "sections/<slug:slug>",
    "tag": "tags/<str:slug>",  # a tag may be in any letters
    "author": "authors/<slug:slug>",
}


class ListKey(StringConverter):
    """The last part of a list's address."""

    regex = "|".join(found.key for found in catalogue.MENU)


class VersionNumber(StringConverter):
    """The number of a version, written in one way only."""

    regex = "[1-9][0-9]{0,5}"

    def to_python(self, value: str) -> int:  # type: ignore[override]  # a converter converts
        return int(value)


register_converter(ListKey, "list")
register_converter(VersionNumber, "version")


def lists() -> Iterator[URLPattern]:
    """Every list, of the site and of each scope: as data, as a feed, as a page."""
    for ending, kind_of_view, view in (
        (".json", "_json", rankings.listing_json),
        ("/feed", "_feed", feeds.listing_feed),
        ("", "", rankings.listing),
    ):
        front = {".json": "front.json", "/feed": "feed", "": ""}[ending]
        yield path(front, view, name=f"front{kind_of_view}")
        for found in catalogue.MENU:
            name = f"{found.key}{kind_of_view}"
            yield path(f"{found.key}{ending}", view, {"list_key": found.key}, name=name)
        for kind, address in SCOPES.items():
            yield path(f"{address}{ending}", view, {"kind": kind}, name=f"{kind}{kind_of_view}")
            yield path(
                f"{address}/<list:list_key>{ending}",
                view,
                {"kind": kind},
                name=f"{kind}_list{kind_of_view}",
            )


urlpatterns = [
    *lists(),
    path("search", search.search, name="search"),
    path("search.json", search.search_json, name="search_json"),
    path("opensearch.xml", search.open_search, name="open_search"),
    path("how-lists-work", rankings.how_lists_work, name="how_lists_work"),
    path("stories/<slug:slug>", stories.story, name="story"),
    path("stories/<slug:slug>.json", stories.story_json, name="story_json"),
    path("stories/<slug:slug>/point", stories.story_point, name="story_point"),
    path("stories/<slug:slug>/points", stories.story_points, name="story_points"),
    path("stories/<slug:slug>/points.txt", stories.story_leaves, name="story_leaves"),
    path("stories/<slug:slug>/receipt", stories.story_receipt, name="story_receipt"),
    path("stories/<slug:slug>/items/<str:ulid>/point", item_views.item_point, name="item_point"),
    path(
        "stories/<slug:slug>/items/<str:ulid>/receipt",
        item_views.item_receipt,
        name="item_receipt",
    ),
    path("stories/<slug:slug>/versions", record.story_versions, name="story_versions"),
    path(
        "stories/<slug:slug>/versions/<version:number>",
        record.story_version,
        name="story_version",
    ),
    path(
        "stories/<slug:slug>/versions/<version:number>/changes",
        record.story_version_changes,
        name="story_version_changes",
    ),
    path("stories/<slug:slug>/watch", telling.story_watch, name="story_watch"),
    path("letters/<str:token>", telling.letter_stop, name="letter_stop"),
    path("placements", placement_record.placements_page, name="placements"),
    path("pages/<slug:slug>", masthead.page, name="page"),
    path("look/<slug:version>.css", masthead.look, name="look"),
    path("corrections", record.corrections_page, name="corrections"),
    path("corrections/feed", corrections_feed.corrections_feed, name="corrections_feed"),
    path("stories/<slug:slug>/share", sharing.story_share, name="story_share"),
    path("stories/<slug:slug>/view", sharing.story_view, name="story_view"),
    path("stories/<slug:slug>/qr.svg", sharing.story_qr, name="story_qr"),
    path("recordings/<int:pk>.vtt", stories.recording_captions, name="recording_captions"),
    path("points.json", points.points_json, name="points_json"),
    path("ledger/checkpoint", ledger.checkpoint, name="ledger_checkpoint"),
    path("ledger/tile/<path:path>", ledger.tile, name="ledger_tile"),
    path("ledger/proof/<str:index>", ledger.proof, name="ledger_proof"),
    path("ledger/leaf/<str:digest>", ledger.leaf, name="ledger_leaf"),
    path("ledger/points/<str:kind>/<str:ulid>", ledger.points_proof, name="ledger_points_proof"),
    path("ledger/points/<path:path>", ledger.points_map, name="ledger_points_map"),
    path("ledger/keys", ledger.verifier_keys, name="ledger_keys"),
    path("ledger/witness/add-checkpoint", ledger.add_checkpoint, name="ledger_add_checkpoint"),
    path("ledger/witness/key", ledger.witness_key, name="ledger_witness_key"),
    path(
        "ledger/check",
        TemplateView.as_view(template_name="ledger/check.html"),
        name="ledger_check",
    ),
    path("reader.json", press.reader_json, name="reader_json"),
    path(
        "how-points-work",
        TemplateView.as_view(template_name="points/how_points_work.html"),
        name="how_points_work",
    ),
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<section>.xml", sitemaps.part, name="sitemap_part"),
    path("accounts/delete/", people.delete_account, name="account_delete"),
    path("accounts/letters/", telling.letters, name="letters"),
    path("accounts/", include("allauth.urls")),
    path("newsroom/login/", door),  # in place of Wagtail's own sign-in
    path("newsroom/account/", own_account),  # which Wagtail's own would be, were it not for names
    path("newsroom/documents/", include(document_urls)),
    path("newsroom/", include(newsroom_urls)),
    # A site with a web server in front lets it serve the media; one machine alone needs this.
    path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
]
