"""A list as data: every figure an order follows from, so that anyone can work it out again."""

from datetime import UTC, datetime
from typing import Any

from plaudit import settings
from plaudit.rankings import formulas
from plaudit.rankings.pages import Page
from plaudit.rankings.places import Place


def page(shown: Page) -> dict[str, Any]:
    """One page of a list. Fields: docs/spec/lists.md, "As data"."""
    now, url = shown.standing, settings.load().url
    return {
        "list": shown.key,
        "name": str(shown.name),
        "scope": shown.scope.key,
        "scope_name": shown.scope_name,
        "url": url + shown.url,
        "sentence": str(shown.sentence),
        "formula": str(shown.chosen.formula),
        "as_of": _time(now.second) if now.second else None,
        "ballots": now.ballots,
        "window": _window(shown),
        "minimum_points": now.policy.minimum_points
        if shown.chosen.is_window
        else shown.chosen.least,
        "has_moved_on": shown.has_moved_on,
        "places": [_place(shown, place) for place in shown.places],
        "next": f"{url}{shown.json_url}?after={shown.next}" if shown.next else None,
        "previous": f"{url}{shown.json_url}?before={shown.previous}" if shown.previous else None,
    }


def _window(shown: Page) -> dict[str, Any] | None:
    """From when on a window counts; its end is the moment the list is of."""
    if not shown.chosen.is_window:
        return None
    return {
        "from": shown.standing.window_start(shown.key).isoformat(),
        "slots": formulas.SLOTS[shown.key],
        "slot_seconds": formulas.SLOT_SECONDS,
    }


def _place(shown: Page, place: Place) -> dict[str, Any]:
    row = place.row
    return {
        "number": place.number,
        "id": place.story.about,
        "url": settings.load().url + place.story.get_absolute_url(),
        "headline": place.story.headline,
        "first_published_at": _time(row.published_at),
        "points": row.top,
        "gained": _gained(shown, place),
        "freshness": {
            "published": row.published_at,
            "head_start": formulas.head_start(row.top),
            "sum": row.freshness,
        },
        "placed": _placed(place),
        "why": place.why,
    }


def _placed(place: Place) -> dict[str, Any] | None:
    """An editor's decision; no names of people."""
    if place.placed is None:
        return None
    until = place.placed.until
    return {
        "role": place.placed.role,
        "since": place.placed.since.isoformat(),
        "until": until.isoformat() if until else None,
    }


def _gained(shown: Page, place: Place) -> dict[str, int]:
    """The net gain in each window, and for this list's own the points before it."""
    row = place.row
    gained = {
        "last_hour": place.last_hour,
        "trending": row.trending,
        "hot": row.hot,
        "popular": row.popular,
    }
    if shown.chosen.is_window:
        gained["points_at_start"] = row.top - int(getattr(row, shown.chosen.column))
    return gained


def _time(second: int) -> str:
    return datetime.fromtimestamp(second, tz=UTC).isoformat()
