"""Publishing, taking back and retracting, for everybody who is not the newsroom's own screens."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories import lines
from plaudit.stories.models import Change, ChangeKind, Event, Said, Story

RETRACT, REINSTATE = "plaudit.retract", "plaudit.reinstate"  # in the story's history


@transaction.atomic
def publish(
    story: Story, by: User | None = None, at: datetime | None = None, change: Said | None = None
) -> Story:
    """Publish a story as it is now, with a revision, as the newsroom's button does.

    `at` dates the publication in the past, for stories that come from elsewhere. `change` is what
    readers are told if they had the story before; without it nothing that was said has changed.
    """
    if at and story.first_published_at is None:
        story.first_published_at = at
    story.save()
    story.said = change or Said()
    story.save_revision(user=by).publish(user=by)
    if at:
        _date_back(story, at)
    story.refresh_from_db()
    return story


@transaction.atomic
def unpublish(story: Story, by: User | None = None) -> None:
    """Take a story off the site; its address answers 410, its ballots stay."""
    story.unpublish(user=by)


def retract(story: Story, reason: str, by: User | None = None) -> None:
    """Say at the story's address that it does not stand, and why. Raises Refusal."""
    reason = lines.clean(reason)
    if not lines.is_visible(reason):
        raise Refusal("A retraction needs a reason that readers can read.")
    now = timezone.now()
    with transaction.atomic():
        standing = Story.objects.standing().filter(pk=story.pk)
        if not standing.update(retracted_at=now):
            raise Refusal("Only a published story that is not retracted yet can be retracted.")
        _write(story, ChangeKind.RETRACTION, reason, now)
        log(story, RETRACT, user=by)


def reinstate(story: Story, reason: str = "", by: User | None = None) -> None:
    """Take a retraction back: the story stands again, and readers are told so. Raises Refusal."""
    now = timezone.now()
    with transaction.atomic():
        retracted = Story.objects.filter(pk=story.pk, retracted_at__isnull=False)
        if not retracted.update(retracted_at=None):
            raise Refusal("The story is not retracted.")
        _write(story, ChangeKind.REINSTATED, lines.clean(reason), now)
        log(story, REINSTATE, user=by)


def _write(story: Story, kind: ChangeKind, text: str, now: datetime) -> None:
    """What both of them leave behind."""
    number = max(story.versions.latest_number(), 1)
    Change.objects.create(story=story, kind=kind, text=text, at=now, version=number)
    Event.objects.create(ulid=story.ulid)
    story.refresh_from_db()


def _date_back(story: Story, at: datetime) -> None:
    Story.objects.filter(pk=story.pk).update(last_published_at=at)
    latest = story.versions.order_by("-number")[:1].get()
    story.versions.filter(pk=latest.pk).update(published_at=at)
    for change in story.changes.filter(version=latest.number):
        change.date_back(at)
