"""Gives the site in PLAUDIT_HOME ballots and lets the tick count them: `STORIES BALLOTS ROUNDS`.

A fifth of the ballots is about one story, the others about any. Prints for each way of coming how
many were counted in a second, and how many were inserted, round by round.
"""

import json
import os
import random
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import django

from bench.floors import text

os.environ["DJANGO_SETTINGS_MODULE"] = "plaudit.django_settings"
django.setup()

from django.db import transaction  # noqa: E402  (after the set-up)

from plaudit.demo.presses import rows  # noqa: E402
from plaudit.demo.presses.polling import NAMES  # noqa: E402
from plaudit.engine.ticker import Ticker  # noqa: E402
from plaudit.points.ballots import slot_of  # noqa: E402
from plaudit.points.models import Ballot  # noqa: E402
from plaudit.stories.models import Event, Section, Story  # noqa: E402

HOT = 0.2
# How old the oldest ballots are, in days. Ballots are counted as they come; those of forty days at
# once, some of which have left every window, come when a site was away or is brought in.
NOW, LATE = 1 / 24, 40.0


def main(stories: int, count: int, rounds: int) -> None:
    now = datetime.now().astimezone()
    make_stories(stories, now)
    let_tick()
    abouts = [f"s/{ulid}" for ulid in Story.objects.values_list("ulid", flat=True)]
    ticked: dict[float, list[float]] = {NOW: [], LATE: []}
    inserted: dict[float, list[float]] = {NOW: [], LATE: []}
    for _ in range(rounds):
        for days in (NOW, LATE):
            made = [ballot(abouts, now, days) for _ in range(count)]
            inserted[days].append(count / seconds(partial(insert, made)))
            ticked[days].append(count / seconds(let_tick))
    print(json.dumps([[ticked[days], inserted[days]] for days in (NOW, LATE)]))


def make_stories(count: int, now: datetime) -> None:
    section = Section.objects.create(name="Town", slug="town")
    made = Story.objects.bulk_create(
        Story(
            headline=f"Story {number}",
            slug=f"story-{number}",
            section=section,
            live=True,
            first_published_at=now - timedelta(hours=number % (24 * int(LATE))),
            last_published_at=now,
        )
        for number in range(count)
    )
    Event.objects.bulk_create(Event(ulid=story.ulid) for story in made)


def ballot(abouts: list[str], now: datetime, days: float) -> tuple[Any, ...]:
    about = abouts[0] if random.random() < HOT else random.choice(abouts)
    at = now - timedelta(days=days * random.random() ** 3)
    return about, text(32), 1, random.choice((1, 1, 1, -1)), "g", text(16), slot_of(at)


@transaction.atomic
def insert(made: list[tuple[Any, ...]]) -> None:
    rows.insert(Ballot, NAMES, made)


def let_tick() -> None:
    """As the process behind the scenes does it."""
    ticker = Ticker()
    while ticker.step():
        pass


def seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
