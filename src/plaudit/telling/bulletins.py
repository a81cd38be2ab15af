"""From what was published to letters: which changes readers are told of, and whom they go to.

Beside the tick, as the index of the search is: it follows the numbered events in bounded batches,
remembers how far it came in the transaction that does the work, and may be repeated.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from plaudit import settings, turn
from plaudit.points import progress, turns
from plaudit.stories import events
from plaudit.stories.models import Change
from plaudit.telling import askers, letters
from plaudit.telling.models import Bulletin, Letter

TURN = "telling"
EVENTS = "telling.events"  # the next event that was not looked at
EVENTS_AT_ONCE = 1_000
LETTERS_AT_ONCE = 50  # sent by one task
ROUND = 20  # batches of each kind
NEWS = timedelta(days=3)  # what changed before is news no more: it came from elsewhere
DELAY = timedelta(minutes=2)  # in which a change can be taken back, and no letter says it


def look_out() -> None:
    """Take up new changes and make out letters, a bounded number. Steps aside for another.

    On a site without mail nothing is taken up, and nobody was offered it.
    """
    if not settings.load().sends_mail:
        return
    with turn.taken(TURN) as is_ours:
        for step in (take_up, make_out) if is_ours else ():
            for _ in range(ROUND):
                if not step():
                    break


def take_up(limit: int = EVENTS_AT_ONCE) -> int:
    """Note the changes that came with the next events; how many events there were."""
    found = events.since(progress.get(EVENTS), limit)
    if not found:
        return 0
    ulids = {event.ulid for event in found}
    news = Change.objects.shown().filter(story__ulid__in=ulids, at__gte=timezone.now() - NEWS)
    rows = [Bulletin(change=change) for change in news.filter(bulletin=None)]
    with transaction.atomic():
        turns.take(TURN)
        Bulletin.objects.bulk_create(rows, ignore_conflicts=True)
        progress.put(EVENTS, found[-1].number + 1)  # type: ignore[operator]  # all have numbers
    return len(found)


def make_out(limit: int = LETTERS_AT_ONCE) -> int:
    """Make out the next letters and have them sent; 1 if there was anything to do."""
    unaddressed = Bulletin.objects.filter(is_addressed=False).order_by("pk")
    bulletin = unaddressed.select_related("change__story").first()
    if bulletin is None:
        return 0
    change, now = bulletin.change, timezone.now()
    readers = askers.after(change, bulletin.reached, limit)
    bulletin.is_addressed = len(readers) < limit
    with transaction.atomic():
        turns.take(TURN)
        if readers:
            bulletin.reached, bulletin.batches = readers[-1], bulletin.batches + 1
            rows = [
                Letter(user_id=one, change=change, batch=bulletin.batches, made_at=now)
                for one in readers
            ]
            Letter.objects.bulk_create(rows, ignore_conflicts=True)
            sending = letters.send.using(run_after=change.at + DELAY)
            sending.enqueue(change.pk, bulletin.batches)
        bulletin.save()
    return 1
