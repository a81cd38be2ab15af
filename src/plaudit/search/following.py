"""The index follows what is published: by events, as the lists do, and first through all there is.

It does so beside the tick and not in it: a story costs some milliseconds to cut into words, so that
a batch of long ones would make every point on every page later. Like every step it takes a bounded
batch, remembers how far it came in the transaction that does the work, and may be repeated.
"""

import time
from collections.abc import Callable, Collection

from django.db import transaction
from django.db.models import Max, QuerySet

from plaudit import turn
from plaudit.points import numbering, progress, turns
from plaudit.search import index, texts
from plaudit.stories import events
from plaudit.stories.models import Event, Story

EVENTS = "search.events"  # the next event the index does not hold
FILL = "search.fill"  # the stories below this key are still to come; 0: not begun, 1: none is
DONE = 1
BATCH = 20
REBUILT_AT_ONCE = 200
PATIENCE = 0.05  # seconds before another look, where somebody else has the turn
TURN = "search"


def follow(limit: int = BATCH) -> int:
    """Take in so many stories; returns how many it looked at. Steps aside for another."""
    with turn.taken(TURN) as is_ours:
        if not is_ours:
            return 0
        if progress.get(FILL) == 0:
            begin()
        return _fill(limit) or _follow(limit)


def catch_up() -> None:
    """Until nothing is left to take in."""
    while follow():
        pass


@transaction.atomic
def begin() -> None:
    """From here on all stories are to be taken in, the newest first, then what happens to them."""
    turns.take(TURN)
    last: int | None = Story.objects.aggregate(last=Max("pk"))["last"]
    progress.put(EVENTS, numbering.latest(Event) + 1)
    progress.put(FILL, (last or 0) + 1)


def rebuild(tell: Callable[[int, int], None] = lambda done, total: None) -> None:
    """Take in all stories anew, into a new table; `tell(done, total)` as it goes on."""
    while not _clear():
        time.sleep(PATIENCE)
    total, done = Story.objects.standing().count(), 0
    while progress.get(FILL) != DONE:
        done += follow(REBUILT_AT_ONCE) or _wait()  # a site that runs does its part
        tell(min(done, total), total)
    tell(total, total)


def _clear() -> bool:
    with turn.taken(TURN) as is_ours:
        if is_ours:
            with transaction.atomic():
                index.clear()
                begin()
        return is_ours


def _wait() -> int:
    time.sleep(PATIENCE)
    return 0


def _fill(limit: int) -> int:
    before = progress.get(FILL)
    if before == DONE:
        return 0
    found = _standing().filter(pk__lt=before).order_by("-pk")[:limit]
    made = [texts.of(story) for story in found]
    _write(made, (), FILL, found[len(made) - 1].pk if len(made) == limit else DONE)
    return len(made)


def _follow(limit: int) -> int:
    """The texts are made before the transaction, so that nobody waits for them; whoever changes a
    story in between writes another event.
    """
    found = events.since(progress.get(EVENTS), limit)
    if not found:
        return 0
    ulids = {event.ulid for event in found}
    made = [texts.of(story) for story in _standing().filter(ulid__in=ulids)]
    gone = ulids - {text.ulid for text in made}
    _write(made, gone, EVENTS, found[-1].number + 1)  # type: ignore[operator]  # all have numbers
    return len(found)


@transaction.atomic
def _write(made: list[texts.Text], gone: Collection[str], step: str, number: int) -> None:
    turns.take(TURN)
    index.drop(gone)
    index.put(made)
    progress.put(step, number)


def _standing() -> QuerySet[Story]:
    return Story.objects.standing().prefetch_related("bylines", "tagged_items")
