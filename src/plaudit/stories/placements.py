"""The front page as the newsroom arranges it: what holds now, arranging it, and clearing it.

One at a time (`turns.take`): so the keys of the entries are in the order they were written in, and
the last of them names a state of the front page.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.db.models import Max

from plaudit.people import roles
from plaudit.people.models import User
from plaudit.points import turns
from plaudit.refusal import Refusal
from plaudit.stories.models import Event, Placement, Story
from plaudit.stories.models.placement import SLOTS

TURN = "placements"


class Wanted(NamedTuple):
    """A story in a slot, and the time at which it leaves by itself, if any."""

    ulid: str
    until: datetime | None = None


class ChangedMeanwhileError(Exception):
    """The front page is not the one that was rearranged."""


def running(now: datetime) -> list[Placement]:
    """What is placed now, the lead first. A story may have been taken off the site since."""
    found = Placement.objects.last_words().order_by("slot")
    return [it for it in found if it.is_running(now)]


def state() -> int:
    """Names what is placed now: it is another one as soon as anything is changed."""
    return Placement.objects.aggregate(last=Max("pk"))["last"] or 0


@transaction.atomic
def arrange(wanted: Sequence[Wanted | None], seen: int, by: User, now: datetime) -> int:
    """Make the front page what is wanted, a story or none for each slot, and record it.

    `seen` is the state that was rearranged; raises ChangedMeanwhileError if it is another one by
    now, and Refusal for what cannot be placed. Returns how many slots were changed.
    """
    turns.take(TURN)
    if state() != seen:
        raise ChangedMeanwhileError
    _check(wanted, now)
    held = {it.slot: it for it in running(now)}
    role = roles.shown(by)
    entries = [
        Placement(
            slot=slot,
            ulid=it.ulid if it else "",
            by=by,
            role=role,
            at=now,
            until=it.until if it else None,
        )
        for slot, it in enumerate(wanted)
        if not _is_same(held.get(slot), it)
    ]
    _write(entries, [held[entry.slot].ulid for entry in entries if entry.slot in held])
    return len(entries)


def clear(now: datetime) -> int:
    """Record that stories have left by themselves: their time is over, or they are not on the site
    any more. A step of the tick; returns how many have.
    """
    if not _over(now):
        return 0
    with transaction.atomic():
        turns.take(TURN)
        over = _over(now)
        entries = [Placement(slot=it.slot, at=max(it.at, now)) for it in over]
        _write(entries, [it.ulid for it in over])
    return len(over)


def _over(now: datetime) -> list[Placement]:
    held = [it for it in Placement.objects.last_words().order_by("slot") if it.ulid]
    if not held:
        return []
    there = _standing([it.ulid for it in held])
    return [it for it in held if not it.is_running(now) or it.ulid not in there]


def _standing(ulids: Sequence[str]) -> set[str]:
    return set(Story.objects.standing().filter(ulid__in=ulids).values_list("ulid", flat=True))


def _check(wanted: Sequence[Wanted | None], now: datetime) -> None:
    stories = [it for it in wanted if it]
    ulids = [it.ulid for it in stories]
    if len(wanted) != SLOTS or len(set(ulids)) != len(ulids):
        raise Refusal(f"The front page has {SLOTS} places, and a story has one of them at most.")
    if set(ulids) != _standing(ulids):
        raise Refusal("Only a published story that is not retracted can be placed.")
    if any(it.until and it.until <= now for it in stories):
        raise Refusal("A placement ends at a time that is still to come.")


def _is_same(held: Placement | None, wanted: Wanted | None) -> bool:
    if held is None or wanted is None:
        return held is None and wanted is None
    return (held.ulid, held.until) == wanted


def _write(entries: list[Placement], former: list[str]) -> None:
    for entry in entries:
        entry.save(force_insert=True)
    touched = {*former, *(entry.ulid for entry in entries)} - {""}
    Event.objects.bulk_create(Event(ulid=ulid) for ulid in sorted(touched))
