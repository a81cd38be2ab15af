"""What readers asked to be told of, and what is on its way to them."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models


class Watch(models.Model):
    """A reader wants to be told of what changes in a story from `since` on."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches"
    )
    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="+")
    since = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "story"], name="watch_once")]

    def __str__(self) -> str:
        return f"{self.user_id} watches {self.story_id}"


class Terms(models.Model):
    """What a reader wants to be told beyond the stories of a `Watch`. No row: nothing.

    `of_points_since` is since when also of the stories the reader gave points to; none: not.
    """

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="telling_terms"
    )
    has_updates = models.BooleanField(default=False)
    of_points_since = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"the terms of {self.user_id}"


class Bulletin(models.Model):
    """A change that readers are told of by mail: whom letters were made out to so far.

    `reached` is the account that was last; `batches` counts the tasks that send them.
    """

    change = models.OneToOneField(
        "stories.Change", on_delete=models.CASCADE, related_name="bulletin"
    )
    reached = models.BigIntegerField(default=0)
    batches = models.PositiveIntegerField(default=0)
    is_addressed = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(
                fields=["id"], condition=models.Q(is_addressed=False), name="bulletin_unaddressed"
            )
        ]

    def __str__(self) -> str:
        return f"the bulletin of {self.change_id}"


class LetterQuerySet(models.QuerySet["Letter"]):
    def unsent(self) -> LetterQuerySet:
        return self.filter(sent_at=None)


class Letter(models.Model):
    """One reader is told of one change, once. `sent_at` is when it was given to the mail server.

    It is written before that is done: a process that dies in between leaves a letter that may not
    have gone, and none that goes twice.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    change = models.ForeignKey("stories.Change", on_delete=models.CASCADE, related_name="letters")
    batch = models.PositiveIntegerField()
    made_at = models.DateTimeField(db_index=True)
    sent_at = models.DateTimeField(null=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["change", "user"], name="letter_once")]

    def __str__(self) -> str:
        return f"a letter to {self.user_id} about {self.change_id}"

    def take(self, now: datetime) -> bool:
        """Of several that send, one gets it."""
        return bool(Letter.objects.unsent().filter(pk=self.pk).update(sent_at=now))

    def give_back(self) -> None:
        """It certainly did not go."""
        Letter.objects.filter(pk=self.pk).update(sent_at=None)
