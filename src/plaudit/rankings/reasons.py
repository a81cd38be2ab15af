"""Why a story is where it is, in a sentence a reader can check."""

from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from plaudit.rankings import catalogue, phrases, shelf, standing
from plaudit.rankings.catalogue import List
from plaudit.rankings.cursors import Cursor
from plaudit.rankings.models import Place
from plaudit.rankings.scopes import SITE
from plaudit.rankings.scores import FIGURES
from plaudit.rankings.shelf import Range, Row
from plaudit.rankings.standing import Standing
from plaudit.stories.models import Story

BEST = 10  # a story is labelled with the lists in which it is among so many


def why(chosen: List, number: int, row: Row, now: Standing, last_hour: int) -> str:
    """The place, the figures it follows from, and as of when.

    Without the figures on a site that hides them until one has voted; New has none to hide.
    """
    if now.policy.is_blind and chosen != catalogue.NEW:
        return _("Nr %(number)s in %(list)s; as of %(time)s") % {
            "number": phrases.figure(number),
            "list": chosen.name,
            "time": _clock(now),
        }
    return _("Nr %(number)s in %(list)s: %(reason)s; as of %(time)s") % {
        "number": phrases.figure(number),
        "list": chosen.name,
        "reason": phrases.BY_LIST[chosen.key](row, last_hour),
        "time": _clock(now),
    }


def labels(story: Story) -> list[dict[str, Any]]:
    """The lists of the site in which a story is among the first ten, each with its reason."""
    found = Place.objects.filter(story_id=story.ulid, scope=SITE.key).values_list(*FIGURES)
    row = next((Row(story.ulid, *figures) for figures in found), None)
    if row is None:
        return []
    now = standing.read()
    numbers = {
        chosen: number
        for chosen in catalogue.WINDOWS
        if (number := _number(chosen, row, now.policy.minimum_points))
    }
    last_hour = shelf.last_hours([row.ulid], now).get(row.ulid, 0)
    return [
        {
            "key": chosen.key,
            "name": chosen.name,
            "number": number,
            "why": why(chosen, number, row, now, last_hour),
            "url": SITE.url(chosen.key),
        }
        for chosen, number in numbers.items()
    ]


def _number(chosen: List, row: Row, least: int) -> int:
    """A story's number in a list of the site; 0 if it is not among the best."""
    points: int = getattr(row, chosen.column)
    if points < least:
        return 0
    above = Range(chosen, SITE.key, least)
    above.beyond(Cursor(0, 0, points, row.ulid), ">")
    number = above.size(BEST) + 1
    return number if number <= BEST else 0


def _clock(now: Standing) -> str:
    return str(date_format(timezone.localtime(now.as_of), "TIME_FORMAT")) if now.as_of else "–"
