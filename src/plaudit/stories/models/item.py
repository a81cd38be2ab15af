"""The items of stories that take points of their own: of ranked lists and polls."""

from __future__ import annotations

from datetime import datetime

from django.db import models

from plaudit.stories import ulid


class Item(models.Model):
    """What a ballot about `i/<ulid>` is about: one item of a list in a story's body.

    `key` is what the body calls it, the id that the list's item keeps through editing and moving.
    Rows are written at publication and never deleted but with their story: an item that is taken
    out and comes back in has its points again, and no id is ever another item's.
    """

    class Kind(models.TextChoices):
        RANKED = "ranked"  # of a ranked list
        OPTION = "option"  # of a poll

    story = models.ForeignKey("stories.Story", on_delete=models.CASCADE, related_name="items")
    key = models.CharField(max_length=36)
    ulid = models.CharField(max_length=26, unique=True, default=ulid.new)
    block = models.CharField(max_length=36)  # the list that it is in; may be another one later
    kind = models.CharField(max_length=8, choices=Kind.choices)
    is_there = models.BooleanField(default=True)  # in what was published last
    is_single = models.BooleanField(default=False)  # of its list, a reader chooses one at most
    closes_at = models.DateTimeField(null=True)
    is_over = models.BooleanField(default=False)  # the pages were told that it has closed

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "key"], name="item_key")]
        indexes = [
            models.Index(
                fields=["closes_at"],
                condition=models.Q(is_over=False, closes_at__isnull=False),
                name="item_closing",
            )
        ]

    def __str__(self) -> str:
        return self.about

    @property
    def about(self) -> str:
        """What a ballot about this item names."""
        return f"i/{self.ulid}"

    @property
    def place(self) -> str:
        """Where on its story's page it stands."""
        return f"item-{self.ulid}"

    def others(self) -> list[Item]:
        """The other options of its poll, those that are out of it included; none of a list."""
        if self.kind != self.Kind.OPTION:
            return []
        options = Item.objects.filter(story=self.story_id, block=self.block, kind=self.kind)
        return list(options.exclude(pk=self.pk))

    def takes_points(self, now: datetime) -> bool:
        is_over = self.closes_at is not None and self.closes_at <= now
        return self.is_there and self.story.takes_points and not is_over
