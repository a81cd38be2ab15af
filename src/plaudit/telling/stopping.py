"""The link in a letter that stops such letters, for whoever has it, signed in or not."""

from typing import NamedTuple

from django.core import signing
from django.db import transaction
from django.urls import reverse

from plaudit import settings
from plaudit.stories.models import Story
from plaudit.telling.askers import POINTS, STORY
from plaudit.telling.models import Terms, Watch

SALT = "plaudit.telling.stop"
LONGEST = 500


class Stop(NamedTuple):
    """Whose letters, about which story, and for which reasons they came (`askers.Recipient`)."""

    user_id: int
    ulid: str
    reasons: str

    @property
    def is_of_story(self) -> bool:
        return STORY in self.reasons

    @property
    def is_of_points(self) -> bool:
        return POINTS in self.reasons

    @property
    def story(self) -> Story | None:
        """None once it is deleted or taken back."""
        return Story.objects.published().filter(ulid=self.ulid).first()


def url(stop: Stop) -> str:
    """It holds for good: a letter may be found years later."""
    token = signing.dumps(list(stop), salt=SALT)
    return settings.load().url + reverse("letter_stop", args=[token])


def read(token: str) -> Stop | None:
    """None where this site has not signed it."""
    if len(token) > LONGEST:
        return None
    try:
        return Stop(*signing.loads(token, salt=SALT))
    except signing.BadSignature:
        return None


@transaction.atomic
def take(stop: Stop, *, is_everything: bool = False) -> None:
    """End what the letter came for, or all such letters to that reader. Again is as once."""
    watches = Watch.objects.filter(user=stop.user_id)
    if is_everything:
        watches.delete()
    elif stop.is_of_story:
        watches.filter(story__ulid=stop.ulid).delete()
    if is_everything or stop.is_of_points:
        Terms.objects.filter(user=stop.user_id).update(of_points_since=None)
