"""Publishing and taking back, for everybody who is not the newsroom's own screens."""

from datetime import datetime

from django.db import transaction

from plaudit.people.models import User
from plaudit.stories.models import Story


@transaction.atomic
def publish(story: Story, by: User | None = None, at: datetime | None = None) -> Story:
    """Publish a story as it is now, with a revision, as the newsroom's button does.

    `at` dates the first publication in the past, for stories that come from elsewhere.
    """
    if at and story.first_published_at is None:
        story.first_published_at = at
    story.save()
    story.save_revision(user=by).publish(user=by)
    if at:
        Story.objects.filter(pk=story.pk).update(last_published_at=at)
    story.refresh_from_db()
    return story


@transaction.atomic
def unpublish(story: Story, by: User | None = None) -> None:
    """Take a story off the site; its address answers 410, its ballots stay."""
    story.unpublish(user=by)
