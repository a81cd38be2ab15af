"""What the newsroom has placed on the front page: a record that is only ever added to."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

SLOTS = 5  # the lead and the secondary stories beside it


class PlacementQuerySet(models.QuerySet["Placement"]):
    def last_words(self) -> PlacementQuerySet:
        """The last word about each slot: as many index look-ups as there are slots."""
        newest = [
            models.Subquery(Placement.objects.filter(slot=slot).order_by("-pk").values("pk")[:1])
            for slot in range(SLOTS)
        ]
        return self.filter(pk__in=newest)  # type: ignore[misc]  # each is one key

    def of_stories(self) -> PlacementQuerySet:
        """Those that put a story somewhere, not those that cleared a slot."""
        return self.exclude(ulid="")

    def update(self, **kwargs: Any) -> int:
        raise TypeError("A placement is never edited. Add another one that says what is now.")

    def delete(self) -> Any:
        raise TypeError("A placement is never deleted.")


class Placement(models.Model):
    """From `at` on this slot of the front page holds this story, or none (`ulid` is empty).

    It holds until the next entry about the slot, or until its own end. Slot 0 is the lead. A slot
    that is cleared without a `role` cleared itself: its time was over, or its story was gone.
    """

    slot = models.PositiveSmallIntegerField()
    ulid = models.CharField(max_length=26, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    role = models.CharField(max_length=40, blank=True)  # as readers are told
    at = models.DateTimeField()
    until = models.DateTimeField(null=True)

    objects = PlacementQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        permissions = [("add_placement", _("May arrange the front page"))]
        indexes = [models.Index(fields=["slot", "-id"], name="placement_latest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(slot__lt=SLOTS), name="placement_slot")
        ]

    def __str__(self) -> str:
        return f"{self.ulid or 'nothing'} in slot {self.slot} from {self.at:%Y-%m-%d %H:%M}"

    def is_running(self, now: datetime) -> bool:
        return bool(self.ulid) and (self.until is None or self.until > now)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise TypeError("A placement is never edited.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        raise TypeError("A placement is never deleted.")
