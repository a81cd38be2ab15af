"""What a page shows, and what a change touches: declared once, as keys that both name."""

from collections.abc import Collection

from django.http import Http404
from django.urls import ResolverMatch

from plaudit.masthead import finding
from plaudit.masthead.models import Look
from plaudit.rankings import catalogue, scopes
from plaudit.rankings.models import Place
from plaudit.stories import items
from plaudit.stories import versions as story_versions
from plaudit.stories.models import OldSlug, Story

FRAME = "frame"  # what stands on every page: menus, names, the policy
LISTINGS = "listings"  # every list: a story came, went, or is worded anew
MOST_SCOPES = 1_000  # touched at once; then all lists are

STORY_PAGES = {"story", "story_points", "story_qr"}
VERSION_PAGES = {"story_versions", "story_version", "story_version_changes"}
RECORDS = {"corrections", "corrections_feed", "placements"}
HOUSE_PAGES = {"page"}  # no stories, but events name them as they do those
LOOK = {"look"}  # the stylesheet, of the version there is now alone
LONE_PAGES = {"how_points_work", "how_lists_work", "ledger_check", "robots"}
SITEMAPS = {"sitemap", "sitemap_part"}
LIST_PAGES = {
    f"{name}{kind}"
    for name in ("front", *(found.key for found in catalogue.MENU))
    for kind in ("", "_json", "_feed")
} | {
    f"{name}{kind}"
    for scope in scopes.MODELS
    for name in (scope, f"{scope}_list")
    for kind in ("", "_json", "_feed")
}
# What is stored, by name in the site map.
PAGES = (
    STORY_PAGES | VERSION_PAGES | HOUSE_PAGES | LOOK | LONE_PAGES | SITEMAPS | RECORDS | LIST_PAGES
)


def story(ulid: str) -> str:
    """Everything that only the pages of one story show."""
    return f"s/{ulid}"


def versions(ulid: str) -> str:
    """What a story was, which points do not touch."""
    return f"versions s/{ulid}"


def sealed(ulid: str) -> str:
    """What the log has of one story, which only the page of its points shows."""
    return f"log s/{ulid}"


def listing(scope: str) -> str:
    """The lists of one scope, by its key: `site`, `section:3`."""
    return f"list {scope}"


def of_page(page: ResolverMatch) -> list[str]:
    """The keys of what a page shows. Raises Http404 where there can be no page."""
    name, arguments = page.url_name, page.kwargs
    keys = [FRAME]
    if name in STORY_PAGES:
        ulid = _ulid_at(arguments["slug"])
        keys += [story(ulid), sealed(ulid)] if name == "story_points" else [story(ulid)]
    elif name in VERSION_PAGES:
        ulid = _ulid_at(arguments["slug"])
        if not story_versions.is_known(ulid, arguments.get("number", 1)):
            raise Http404(arguments["number"])
        keys.append(versions(ulid))
    elif name in LOOK and not Look.worn().is_version(arguments["version"]):
        raise Http404(arguments["version"])
    elif name in HOUSE_PAGES:
        keys.append(story(_known(finding.ulid_at(arguments["slug"]))))
    elif name in SITEMAPS | RECORDS:
        keys.append(LISTINGS)
    elif name in LIST_PAGES:
        kind = arguments.get("kind", "")
        scope = scopes.named(kind, arguments["slug"]) if kind else scopes.SITE
        keys += [LISTINGS, listing(scope.key)]
    return keys


def of_points(abouts: Collection[str]) -> set[str]:
    """What points about these touch: the stories' pages, and the lists the stories are in.

    A point for an item of a story shows on its story's pages, and moves no story in any list.
    """
    ulids = [about[2:] for about in abouts if about.startswith("s/")]
    with_items = {about[2:] for about in items.stories_of(abouts).values()}
    found = Place.objects.filter(story_id__in=ulids).values_list("scope", flat=True)
    places = set(found.distinct()[:MOST_SCOPES])
    lists = {LISTINGS} if len(places) == MOST_SCOPES else {listing(scope) for scope in places}
    return {story(ulid) for ulid in {*ulids, *with_items}} | lists


def of_sealing(abouts: Collection[str]) -> set[str]:
    """What touches those whose ballots have come into the log."""
    return {sealed(about[2:]) for about in abouts if about.startswith("s/")}


def of_events(ulids: Collection[str]) -> set[str]:
    """What happened to stories touches their pages and all lists; "" stands for every page."""
    stories = {key(ulid) for ulid in ulids if ulid for key in (story, versions)}
    frame = {FRAME} if "" in ulids else set()
    return stories | frame | ({LISTINGS} if stories else set())


def _ulid_at(slug: str) -> str:
    found = Story.objects.filter(slug=slug).values_list("ulid", flat=True).first()
    old = OldSlug.objects.filter(slug=slug).values_list("story__ulid", flat=True)
    return _known(found or old.first())


def _known(ulid: str | None) -> str:
    if ulid is None:
        raise Http404
    return ulid
