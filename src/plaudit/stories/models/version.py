"""A story as it was published, whole: what was changed later can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

if TYPE_CHECKING:
    from plaudit.stories.models.story import Story


class VersionQuerySet(models.QuerySet["Version"]):
    def latest_number(self) -> int:
        """The number of the last one; 0 where there is none."""
        return self.aggregate(last=models.Max("number"))["last"] or 0


class Version(models.Model):
    """What readers got with one publication. Never changed.

    `content` is a copy (`snapshots.of`), not a revision: those may be purged, and know drafts.
    """

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    content = models.JSONField(encoder=DjangoJSONEncoder)  # a block may hold a date

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["story", "number"], name="version_number"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    @property
    def is_first(self) -> bool:
        return self.number == 1

    def get_absolute_url(self) -> str:
        return f"{self.story.get_absolute_url()}/versions/{self.number}"


def of(story: Story, number: int, content: dict[str, Any]) -> Version:
    """A version of what readers have of a story now; not saved."""
    return Version(
        story=story, number=number, published_at=story.last_published_at, content=content
    )
