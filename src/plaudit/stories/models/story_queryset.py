from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from wagtail.models import Revision

from plaudit.stories.models.event import Event

if TYPE_CHECKING:
    from plaudit.stories.models.story import Story  # noqa: F401  (named below, in quotes)

# Set by `for_newsroom`: the revisions of a story that wait for their hour.
WAITING = "waiting_revisions"


class StoryQuerySet(models.QuerySet["Story"]):
    def published(self) -> StoryQuerySet:
        return self.filter(live=True)

    def standing(self) -> StoryQuerySet:
        """Published, and not retracted: what the paper still says."""
        return self.published().filter(retracted_at=None)

    def for_cards(self) -> StoryQuerySet:
        """With what a list shows of a story, in a few queries however many stories there are."""
        return self.select_related("section", "image").prefetch_related("bylines__author")

    def for_newsroom(self) -> StoryQuerySet:
        """With what the newsroom's list shows of a story, in a few queries likewise."""
        waiting = Revision.objects.filter(approved_go_live_at__isnull=False)
        return self.select_related("section", "latest_revision", "locked_by").prefetch_related(
            "bylines__author",
            models.Prefetch("_revisions", queryset=waiting, to_attr=WAITING),
        )

    def behind(self, user: Any) -> StoryQuerySet:
        """The stories an account is behind: it made them, or is one of their authors."""
        own = models.Q(owner=user) | models.Q(bylines__author__user=user)
        return self.filter(pk__in=self.model._default_manager.filter(own).values("pk"))

    @transaction.atomic
    def delete(self) -> tuple[int, dict[str, int]]:
        """Delete, and tell the tick: this way past `Story.delete` must not go unnoticed."""
        Event.objects.bulk_create(Event(ulid=ulid) for ulid in self.values_list("ulid", flat=True))
        return super().delete()
