from __future__ import annotations

from typing import Any, TypeVar

from django.db import models, transaction

from plaudit.stories.models.event import BEHIND_THE_SCENES, Event

Row = TypeVar("Row", bound=models.Model)


class ShownEverywhereQuerySet(models.QuerySet[Row]):
    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete, and tell the tick: the newsroom deletes several at once this way."""
        Event.objects.create(ulid="")
        return super().delete()


class ShownEverywhere(models.Model):
    """What pages of all kinds show: a change to it is told to the tick as one to every page."""

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        fields = kwargs.get("update_fields")
        if not (fields and BEHIND_THE_SCENES.issuperset(fields)):
            Event.objects.create(ulid="")

    @transaction.atomic
    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        Event.objects.create(ulid="")
        return super().delete(*args, **kwargs)
