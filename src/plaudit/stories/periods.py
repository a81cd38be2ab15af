"""A story's points before, between and since its corrections."""

from typing import NamedTuple

from plaudit.points import periods
from plaudit.points.tallies import Points
from plaudit.stories.models import Change, Story

MOST = 20  # corrections that part the points; of a story with more of them, the latest


class Period(NamedTuple):
    """Points given after `since`, if it is one, and before `until`, if it is one."""

    since: Change | None
    until: Change | None
    points: Points


def of(story: Story, live: Points) -> list[Period]:
    """In the order of time. Empty for a story that was never corrected."""
    latest = story.changes.corrections().order_by("-ballots_until", "-pk")[:MOST]
    corrections = sorted(latest, key=lambda change: (change.ballots_until, change.at))
    if not corrections:
        return []
    found = periods.apart(story.about, [it.ballots_until for it in corrections], live)
    return [
        Period(since, until, points)
        for since, until, points in zip(
            [None, *corrections], [*corrections, None], found, strict=True
        )
    ]
