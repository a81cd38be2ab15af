"""Prints an archive: a run of stories with their ballots at a time, and the tick's work on it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.db import transaction

from plaudit.demo.chance import Chance
from plaudit.demo.presses import originals, polling, rows
from plaudit.demo.presses.originals import Original
from plaudit.demo.presses.plan import WRITTEN, Copy, Plan, Sizes
from plaudit.demo.presses.polling import Poll, Polling
from plaudit.demo.turnout import Subject
from plaudit.points import counting, tallies
from plaudit.points.models import Ballot, VoterLink
from plaudit.points.voters import Voter
from plaudit.press import stale
from plaudit.rankings import lists
from plaudit.sharing import shares
from plaudit.stories.models import Byline, Event, Story, StoryTag

RUN = 1_000  # stories in a transaction
Tell = Callable[[str, int, int], None]
Printed = list[tuple[str, Poll]]  # what a ballot about the story names, and its poll


class Press:
    """One printing. Nothing else may write to the site meanwhile."""

    def __init__(
        self, told: Sequence[Original], members: Sequence[Voter], now: datetime, chance: Chance
    ) -> None:
        self._told = told
        self._now = now
        self._chance = chance
        self._polling = Polling(members, now, chance)
        self._next: dict[type[Any], int] = {}

    def print(self, sizes: Sizes, tell: Tell) -> None:
        plan = Plan(
            sizes,
            [it.told.appeal for it in self._told],
            [it.told.controversy for it in self._told],
            self._chance,
        )
        with rows.roomy():
            copies, done = iter(plan), 0
            while run := list(islice(copies, RUN)):
                self._print(run)
                done += len(run)
                tell("Archive", done, sizes.stories)
        rows.leave_numbers([Story])
        stale.begin_here()

    @transaction.atomic
    def _print(self, run: list[Copy]) -> None:
        printed = self._stories(run)
        self._ballots(printed)
        _readings(printed)
        _take_in(self._now)

    def _stories(self, run: list[Copy]) -> Printed:
        """Stories with all that belongs to them; returns their polls."""
        made, bylines, tags = [], [], []
        first, printed = rows.next_pk(Story), Printed()
        for pk, copy in enumerate(run, start=first):
            original, at = self._told[copy.original], self._now - timedelta(hours=copy.age)
            ulid = self._chance.ulid(at)
            made.append(originals.reprint(original, WRITTEN + 1 + copy.number, pk, ulid, at))
            bylines += [(pk, author, place) for place, author in enumerate(original.authors)]
            tags += [(pk, tag) for tag in original.tags]
            subject = Subject(copy.age, original.told.appeal, original.told.controversy)
            about = f"s/{ulid}"
            printed.append((about, self._polling.hold(about, subject, copy.up, copy.down)))
        rows.insert(Story, originals.NAMES, made)
        rows.insert(Byline, ("story", "author", "sort_order"), bylines)
        rows.insert(StoryTag, ("content_object", "tag"), tags)
        number = rows.next_of(Event, "number")
        events = enumerate((about[2:] for about, _ in printed), start=number)
        rows.insert(Event, ("number", "ulid"), events)
        return printed

    @staticmethod
    def _ballots(printed: Printed) -> None:
        """Numbered as they are written: to draw them afterwards would write each a second time."""
        number = rows.next_of(Ballot, "number")
        cast = (row for _, poll in printed for row in poll.ballots)
        numbered = ((*row, place) for place, row in enumerate(cast, start=number))
        rows.insert(Ballot, (*polling.NAMES, "number"), numbered)
        rows.insert(VoterLink, ("user", "about", "tag", "cast_on"), _links(printed))


def _links(printed: Printed) -> Iterator[Sequence[Any]]:
    for about, poll in printed:
        for tag, (member, day) in poll.links.items():
            yield member, about, tag, day


def _readings(printed: Printed) -> None:
    views = [[about, day, n] for about, poll in printed for day, n in poll.views.items()]
    counting.add("sharing_viewtally", ["about", "day"], ["views"], views)
    for about, poll in printed:
        for reader in poll.sharers:
            shares.add(about, reader)


def _take_in(now: datetime) -> None:
    """What the tick does with them. Places last: then they are written once, as they will be."""
    while tallies.add():
        pass
    while lists.move(now):
        pass
    while lists.place(now):
        pass
