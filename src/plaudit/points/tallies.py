"""What the ballots amount to: kept by the tick, live for a page."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection

from plaudit.points import ballots, changes, counting, progress, waiting, weights
from plaudit.points.changes import Change
from plaudit.points.waiting import STEP

CLASSES = {"m": "members", "g": "guests", "f": "fediverse"}
SUMS = ("up", "down", "members", "guests", "fediverse", "set_aside", "carried")

# The tally and what is not in it yet: one statement, so of one moment.
LIVE = f"""
SELECT about, '' AS class, 0 AS value, 0 AS previous, 0 AS was_aside, 0 AS times, {", ".join(SUMS)}
FROM {{wanted}} JOIN points_tally ON about = wanted.value
UNION ALL SELECT about, class, value, previous, was_aside, COUNT(*), 0, 0, 0, 0, 0, 0, 0
FROM ({{waiting}}) AS waiting GROUP BY about, class, value, previous, was_aside
"""  # noqa: S608  (names are ours)


@dataclass
class Points:
    """The points of one subject: `total = up - down + carried`, and the same by class.

    A ballot counts as much as its class weighs (`weights`). `set_aside` is a number of ballots,
    and in none of the sums.
    """

    up: int = 0
    down: int = 0
    members: int = 0
    guests: int = 0
    fediverse: int = 0
    set_aside: int = 0
    carried: int = 0

    @property
    def total(self) -> int:
        return self.members + self.guests + self.fediverse + self.carried

    def as_json(self) -> dict[str, int]:
        return {"total": self.total, **vars(self)}

    def count(self, kind: str, value: int, previous: int, aside: int = 0, times: int = 1) -> None:
        """Take in that a voter of a class (or several) went from one value to another.

        `aside`: how many more of the voter's ballots are set aside by it.
        """
        weighed = times * weights.by_class()[kind]
        self.up += weighed * ((value == 1) - (previous == 1))
        self.down += weighed * ((value == -1) - (previous == -1))
        name = CLASSES[kind]
        setattr(self, name, getattr(self, name) + weighed * (value - previous))
        self.set_aside += times * aside

    def include(self, sums: Iterable[int]) -> None:
        """Add a row of a tally, in the order of SUMS."""
        for name, amount in zip(SUMS, sums, strict=True):
            setattr(self, name, getattr(self, name) + amount)


def add(limit: int = ballots.BATCH) -> int:
    """Add the numbered ballots that are not yet in the tallies. Returns how many there were."""
    start = progress.get(STEP)
    found = changes.of_ballots(start, limit)
    if found:
        subjects, days = _by_subject(found), _by_day(found)
        with progress.going_on(STEP, {STEP: start}) as is_ours:
            if is_ours:
                _write(subjects)
                _write_days(days)
                progress.put(STEP, found[-1].number + 1)
    return len(found)


def take_in(found: Sequence[Change]) -> None:
    """Add changes; in a transaction of the caller's, who has the turn of STEP."""
    _write(_by_subject(found))
    _write_days(_by_day(found))


def bring_along(carried: Mapping[str, int]) -> None:
    """Add points carried over from a former site, by subject; as for `take_in`."""
    _write({about: Points(carried=value) for about, value in carried.items()})


def live(abouts: Iterable[str]) -> dict[str, Points]:
    """The points of each subject right now, ballots that wait for the tick included."""
    points = {about: Points() for about in abouts}
    if not points:
        return points
    statement = LIVE.format(wanted=waiting.wanted(), waiting=waiting.rows())
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(list(points))] * 2)
        for about, kind, value, previous, was_aside, times, *tallied in cursor.fetchall():
            if kind:
                before = changes.replaced(previous, was_aside)
                points[about].count(kind, value, *before, times)
            else:
                points[about].include(tallied)
    return points


def live_one(about: str) -> Points:
    return live([about])[about]


def _by_subject(found: Sequence[Change]) -> dict[str, Points]:
    subjects: dict[str, Points] = defaultdict(Points)
    for change in found:
        subjects[change.about].count(change.kind, change.value, change.previous, change.aside)
    return subjects


def _write(subjects: Mapping[str, Points]) -> None:
    rows = ([about, *vars(points).values()] for about, points in sorted(subjects.items()))
    counting.add("points_tally", ["about"], SUMS, rows)


def _by_day(found: Sequence[Change]) -> dict[tuple[str, date], Points]:
    days: dict[tuple[str, date], Points] = defaultdict(Points)
    day_of = {slot: ballots.slot_start(slot).date() for slot in {now.slot for now in found}}
    for change in found:
        day = day_of[change.slot]
        days[change.about, day].count(change.kind, change.value, change.previous)
    return days


def _write_days(days: Mapping[tuple[str, date], Points]) -> None:
    rows = ([*key, points.up, points.down] for key, points in sorted(days.items()))
    counting.add("points_daytally", ["about", "day"], ["up", "down"], rows)
