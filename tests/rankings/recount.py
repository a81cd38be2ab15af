"""The lists worked out the naive way, from the ballots and the stories alone."""

from collections import Counter
from datetime import datetime
from functools import cache

from plaudit.points.models import Ballot, Carry, Decision
from plaudit.rankings.models import Place, Score
from plaudit.rankings.scores import FIGURES
from plaudit.stories.models import Story
from tests.points.recounting import set_aside

SLOTS = {"trending": 144, "hot": 1008, "popular": 4320}
Figures = tuple[int, ...]


def gains() -> dict[str, Counter[int]]:
    """What each story gained in each slot, net; what is set aside as if its value were 0."""
    gained: dict[str, Counter[int]] = {}
    in_force: Counter[tuple[str, str]] = Counter()
    aside = {about: set_aside(about) for about in Decision.objects.values_list("about", flat=True)}
    for about, tag, rev, value, slot in (
        Ballot.objects.filter(number__isnull=False)
        .order_by("about", "tag", "rev")
        .values_list("about", "tag", "rev", "value", "slot")
    ):
        if (tag, rev) in aside.get(about, ()):
            value = 0  # noqa: PLW2901
        gained.setdefault(about, Counter())[slot] += value - in_force[about, tag]
        in_force[about, tag] = value
    return gained


@cache
def bonus(points: int) -> int:
    """floor(3 h x log2(1 + |points|)), exactly."""
    seconds = ((1 + abs(points)) ** 10800).bit_length() - 1
    return seconds if points >= 0 else -seconds


def windows(story: Story, now: datetime, gained: dict[str, Counter[int]]) -> Figures:
    """trending, hot, popular, and all points that readers have given here."""
    slots = gained.get(story.about, Counter())
    running = int(now.timestamp()) // 600
    sums = [
        sum(points for slot, points in slots.items() if slot > running - length)
        for length in SLOTS.values()
    ]
    return (*sums, sum(slots.values()))


def figures(story: Story, now: datetime, gained: dict[str, Counter[int]]) -> Figures:
    """published_at, freshness, trending, hot, popular, top."""
    *sums, given = windows(story, now, gained)
    carried = Carry.objects.filter(about=story.about, number__isnull=False)
    top = given + sum(row.value for row in carried)
    published = int(story.first_published_at.timestamp())
    return (published, published + bonus(top), *sums, top)


def places(now: datetime) -> dict[tuple[str, str], Figures]:
    """Every place there should be: (scope, ulid) → figures."""
    gained = gains()
    wanted = {}
    for story in Story.objects.filter(live=True):
        scopes = {"site", f"section:{story.section_id}"}
        scopes |= {f"tag:{item.tag_id}" for item in story.tagged_items.all()}
        scopes |= {f"author:{line.author_id}" for line in story.bylines.all()}
        for scope in scopes:
            wanted[scope, story.ulid] = figures(story, now, gained)
    return wanted


def kept_places() -> dict[tuple[str, str], Figures]:
    return {
        (scope, ulid): tuple(rest)
        for scope, ulid, *rest in Place.objects.values_list("scope", "story_id", *FIGURES)
    }


def kept_scores() -> dict[str, Figures]:
    """As `windows`. What is carried over to a story counts once that is published: `places`."""
    scores = Score.objects.values_list("ulid", "trending", "hot", "popular", "top", "carried")
    return {ulid: (*sums, top - carried) for ulid, *sums, top, carried in scores}
