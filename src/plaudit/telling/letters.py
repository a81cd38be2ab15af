"""Sending what was made out. Each letter goes once or, where that cannot be known, not again."""

import logging
from datetime import timedelta

from django.core.mail import get_connection
from django.utils import timezone
from django_tasks import task

from plaudit.stories.models import Change, ChangeKind
from plaudit.telling import askers, composing, post
from plaudit.telling.models import Letter
from plaudit.telling.post import Outcome

log = logging.getLogger("plaudit.telling")

SECONDS = 20  # that a mail server may take for an answer
TRIED_BY_ITSELF = timedelta(hours=2)  # a task tries again for an hour
TRIED = timedelta(days=2)
KEPT = timedelta(days=3)


class Undelivered(Exception):
    """Letters wait for another try. The message is kept with the task: it names nobody."""


@task(priority=-10)
def send(change_pk: int, batch: int) -> int:
    """Send the letters of a batch that were not sent; how many were.

    The change is read now: one that does not hold any more is told to nobody. Raises Undelivered.
    """
    change = Change.objects.shown().select_related("story").filter(pk=change_pk).first()
    if change is None or not holds(change):
        return 0
    waiting = list(Letter.objects.unsent().filter(change=change, batch=batch).order_by("user_id"))
    readers = askers.among(change, {letter.user_id for letter in waiting} - _spared(change))
    due = [letter for letter in waiting if letter.user_id in readers]
    return _send(change, due, readers) if due else 0


def holds(change: Change) -> bool:
    """Whether it is still so: a retraction may have been taken back, and that again."""
    story = change.story
    if change.kind == ChangeKind.RETRACTION:
        return change.at == story.retracted_at
    return change.kind != ChangeKind.REINSTATED or story.retracted_at is None


def try_again() -> None:
    """Have those sent that their tasks gave up, as after a night without a mail server."""
    now = timezone.now()
    left = Letter.objects.unsent().filter(
        made_at__gt=now - TRIED, made_at__lt=now - TRIED_BY_ITSELF
    )
    for change_pk, batch in left.order_by().values_list("change_id", "batch").distinct():
        send.enqueue(change_pk, batch)


def forget() -> None:
    """That somebody was told of something is nobody's business once it cannot happen twice."""
    Letter.objects.filter(made_at__lt=timezone.now() - KEPT).delete()


def _send(change: Change, due: list[Letter], readers: dict[int, askers.Recipient]) -> int:
    sent = refused = 0
    with post.Round(get_connection(timeout=SECONDS)) as server:
        for letter in due:
            message = composing.message(change, readers[letter.user_id])
            if not server.is_ready():
                refused += 1
                break
            if not letter.take(timezone.now()):
                continue
            outcome = server.deliver(message)
            sent += outcome is Outcome.SENT
            if outcome is Outcome.LATER:
                letter.give_back()
                refused += 1
    if refused:
        raise Undelivered("The mail server did not take every letter. They are tried again.")
    return sent


def _spared(change: Change) -> set[int]:
    """Who is not told that a retraction was taken back: it went so soon that they never knew."""
    if change.kind != ChangeKind.REINSTATED:
        return set()
    retractions = Change.objects.filter(story=change.story_id, kind=ChangeKind.RETRACTION)
    last = retractions.filter(at__lte=change.at).newest_first().first()
    unsent = Letter.objects.unsent().filter(change=last)
    return set(unsent.values_list("user_id", flat=True))
