from typing import Any

from django.db import models, transaction

from plaudit.stories.models import Event
from plaudit.stories.models.story import BEHIND_THE_SCENES


class ShownEverywhere(models.Model):
    """What every page shows: a change to it is told to the tick as one to all of them."""

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        fields = kwargs.get("update_fields")
        if not (fields and BEHIND_THE_SCENES.issuperset(fields)):
            Event.objects.create(ulid="")
