"""Asking to be told of a story, and no longer."""

from django.utils import timezone
from django.utils.translation import gettext as _

from plaudit.people.models import User
from plaudit.refusal import Refusal
from plaudit.stories.models import Story
from plaudit.telling.models import Watch

MOST = 1_000  # of one reader


def begin(user: User, story: Story) -> None:
    """Tell this reader of what changes from now on. Again is as once. Raises Refusal."""
    if Watch.objects.filter(user=user).count() >= MOST:
        raise Refusal(_("You are told of a thousand stories already. Stop some of them first."))
    Watch.objects.get_or_create(user=user, story=story, defaults={"since": timezone.now()})


def is_kept(user_pk: int | None, story_pk: int) -> bool:
    return Watch.objects.filter(user=user_pk, story=story_pk).exists()


def end(user: User, story_pk: int) -> None:
    Watch.objects.filter(user=user, story=story_pk).delete()
