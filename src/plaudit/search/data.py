"""An answer as data, for programs."""

from typing import Any

from plaudit import settings
from plaudit.search.pages import Answer, Found


def page(answer: Answer) -> dict[str, Any]:
    """Fields: docs/developers/addresses.md, "Search"."""
    url, asked = settings.load().url, answer.asked
    following, before = asked.page + 1, asked.page - 1
    return {
        "query": asked.query.text,
        "is_cut": asked.query.is_cut,
        "filters": asked.filters.values,
        "unknown": list(asked.filters.unknown),
        "count": answer.count,
        "is_more": answer.is_more,
        "page": asked.page,
        "stories": [_story(url, found) for found in answer.found],
        "next": url + answer.page_url(following, "search_json") if answer.next_url else None,
        "previous": url + answer.page_url(before, "search_json") if answer.previous_url else None,
    }


def _story(url: str, found: Found) -> dict[str, Any]:
    story = found.story
    return {
        "id": story.about,
        "url": url + story.get_absolute_url(),
        "headline": story.headline,
        "dek": story.dek,
        "kind": story.kind,
        "section": story.section.slug,
        "authors": [author.name for author in story.byline_authors()],
        "language": story.lang,
        "first_published_at": story.first_published_at,
        "points": found.points,
        "passage": [part._asdict() for part in found.passage],
    }
