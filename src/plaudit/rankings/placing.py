"""Which places a story has: one in each scope it belongs to, as long as the paper stands by it."""

from collections.abc import Collection
from typing import NamedTuple

from django.db import connection

from plaudit.points.models import Tally
from plaudit.rankings import rows, scopes, scores
from plaudit.rankings.models import Place
from plaudit.stories.models import Byline, Story, StoryTag


class Wanted(NamedTuple):
    scope: str
    ulid: str


def put(ulids: Collection[str], now: int) -> None:
    """Make the places of these stories what they should be now, whatever they were."""
    stories = {
        pk: (ulid, section, int(published_at.timestamp()))
        for pk, ulid, section, published_at in Story.objects.standing()
        .filter(ulid__in=ulids, first_published_at__isnull=False)
        .values_list("pk", "ulid", "section_id", "first_published_at")
    }
    carried = _carried([ulid for ulid, _, _ in stories.values()])
    scores.publish({ulid: (at, carried.get(ulid, 0)) for ulid, _, at in stories.values()}, now)
    wanted = {
        place
        for ulid, section, _ in stories.values()
        for place in (
            Wanted(scopes.SITE.key, ulid),
            Wanted(scopes.key("section", section), ulid),
        )
    }
    names = {pk: ulid for pk, (ulid, _, _) in stories.items()}
    wanted |= {Wanted(scopes.key("tag", tag), names[pk]) for pk, tag in _tags(names)}
    wanted |= {Wanted(scopes.key("author", author), names[pk]) for pk, author in _authors(names)}
    _remove(ulids, wanted)
    _write(wanted)


def _carried(ulids: Collection[str]) -> dict[str, int]:
    found = Tally.objects.filter(about__in=[f"s/{ulid}" for ulid in ulids]).exclude(carried=0)
    return {about[2:]: carried for about, carried in found.values_list("about", "carried")}


def _tags(pks: Collection[int]) -> Collection[tuple[int, int]]:
    found = StoryTag.objects.filter(content_object__in=pks)
    return list(found.values_list("content_object_id", "tag_id"))


def _authors(pks: Collection[int]) -> Collection[tuple[int, int]]:
    return list(Byline.objects.filter(story__in=pks).values_list("story_id", "author_id"))


def _remove(ulids: Collection[str], wanted: Collection[Wanted]) -> None:
    """The places that are there and should not be."""
    places = Place.objects.filter(story_id__in=ulids)
    stale = [place.pk for place in places if Wanted(place.scope, place.story_id) not in wanted]
    Place.objects.filter(pk__in=stale).delete()


def _write(wanted: Collection[Wanted]) -> None:
    """Add the places that are missing, and copy the scores to all."""
    names = ", ".join(scores.FIGURES)
    copied = ", ".join(f"{name} = excluded.{name}" for name in scores.FIGURES)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO rankings_place (scope, story_id, {names}) "  # noqa: S608  (names are ours)
            f"SELECT scope, new.ulid, {names} FROM ({rows.table(['scope', 'ulid'], [])}) AS new "
            "JOIN rankings_score ON rankings_score.ulid = new.ulid WHERE true "
            f"ON CONFLICT (story_id, scope) DO UPDATE SET {copied}",
            [rows.packed(sorted(wanted))],
        )
