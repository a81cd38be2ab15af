"""What is said to readers about a published story that changed."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from django.db import models
from django.utils.translation import pgettext_lazy

from plaudit.points import periods

LONGEST = 1000


class ChangeKind(models.TextChoices):
    """What a person who publishes chooses from, and what is written down about a retraction."""

    CORRECTION = "correction", pgettext_lazy("change", "Correction")
    UPDATE = "update", pgettext_lazy("change", "Update")
    CLARIFICATION = "clarification", pgettext_lazy("change", "Clarification")
    MINOR = "minor", pgettext_lazy("change", "Minor: a typing error, nothing that was said")
    RETRACTION = "retraction", pgettext_lazy("change", "Retraction")
    REINSTATED = "reinstated", pgettext_lazy("change", "Retraction taken back")


OF_WORDING = [
    ChangeKind.CORRECTION,
    ChangeKind.UPDATE,
    ChangeKind.CLARIFICATION,
    ChangeKind.MINOR,
]


class Said(NamedTuple):
    """What whoever publishes says has changed. `wrong` is for corrections: what stood there."""

    kind: str = ChangeKind.MINOR.value
    text: str = ""
    wrong: str = ""


class ChangeQuerySet(models.QuerySet["Change"]):
    def shown(self) -> ChangeQuerySet:
        """What readers are told: everything but what is minor, of published stories."""
        return self.filter(story__live=True).exclude(kind=ChangeKind.MINOR)

    def corrections(self) -> ChangeQuerySet:
        return self.filter(kind=ChangeKind.CORRECTION)

    def newest_first(self) -> ChangeQuerySet:
        return self.order_by("-at", "-pk")

    def update(self, **kwargs: Any) -> int:
        raise TypeError("A change is never edited. Publish another one that says what is right.")

    def delete(self) -> Any:
        raise TypeError("A change is never deleted, unless with its story.")


class Change(models.Model):
    """That a published story changed, and what readers are told of it; only ever added.

    `version` is the number of the version it brought. Of the ballots about the story those with an
    id up to `ballots_until` had been given before it.
    """

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=13, choices=ChangeKind.choices)
    wrong = models.CharField(max_length=LONGEST, blank=True)
    text = models.CharField(max_length=LONGEST, blank=True)
    at = models.DateTimeField()
    version = models.PositiveIntegerField()
    ballots_until = models.PositiveBigIntegerField()

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        indexes = [
            models.Index(
                fields=["-at", "-id"],
                condition=~models.Q(kind="minor"),
                name="change_shown_newest",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.at:%Y-%m-%d}"

    @property
    def is_correction(self) -> bool:
        return self.kind == ChangeKind.CORRECTION

    @property
    def is_of_wording(self) -> bool:
        """Whether there is anything to compare."""
        return self.kind in OF_WORDING

    @property
    def anchor(self) -> str:
        """Where it stands on the story's page."""
        return f"change-{self.pk}"

    def get_absolute_url(self) -> str:
        return f"{self.story.get_absolute_url()}#{self.anchor}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A change is never edited.")
        self.ballots_until = periods.mark(f"s/{self.story.ulid}", None)
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("A change is never deleted, unless with its story.")

    def date_back(self, at: datetime) -> None:
        """For a story that comes from elsewhere, in the transaction that writes the change."""
        until = periods.mark(f"s/{self.story.ulid}", at)
        rows: models.QuerySet[Change] = models.QuerySet(Change).filter(pk=self.pk)
        rows.update(at=at, ballots_until=until)
