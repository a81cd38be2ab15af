"""Where the stories stand in the lists, kept ready so that a page only reads an index."""

from typing import Any

from django.db import models
from django.db.models import Q

from plaudit.stories.models import Story


class Figures(models.Model):
    """What the lists are ordered by. Times are Unix seconds; gains are net, and can be negative."""

    published_at = models.BigIntegerField(default=0)
    freshness = models.BigIntegerField(default=0)
    trending = models.BigIntegerField(default=0)
    hot = models.BigIntegerField(default=0)
    popular = models.BigIntegerField(default=0)
    top = models.BigIntegerField(default=0)

    class Meta:
        abstract = True


class Score(Figures):
    """The figures of one story, published or not. The tick alone writes it."""

    ulid = models.CharField(max_length=26, primary_key=True)
    carried = models.BigIntegerField(default=0)  # the part of `top` brought from a former site

    def __str__(self) -> str:
        return f"{self.ulid}: {self.top} points"


def order(column: str, **more: Any) -> models.Index:
    return models.Index(fields=["scope", f"-{column}", "-story"], name=f"place_by_{column}", **more)


class Place(Figures):
    """A published story in the lists of one scope: the site, a section, a tag, an author."""

    scope = models.CharField(max_length=24)
    story = models.ForeignKey(
        Story, to_field="ulid", on_delete=models.CASCADE, related_name="+", db_index=False
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["story", "scope"], name="place_of_story")]
        indexes = [
            order("published_at"),
            order("freshness"),
            order("trending", condition=Q(trending__gt=0)),
            order("hot", condition=Q(hot__gt=0)),
            order("popular", condition=Q(popular__gt=0)),
            order("top", condition=Q(top__gt=0)),
        ]

    def __str__(self) -> str:
        return f"{self.story_id} in {self.scope}"


class Gain(models.Model):
    """The points a story gained, net, in one slot of ten minutes."""

    ulid = models.CharField(max_length=26)
    slot = models.PositiveIntegerField()
    points = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["ulid", "slot"], name="gain_of_slot")]
        indexes = [models.Index(fields=["slot", "ulid"], name="gain_leaving")]

    def __str__(self) -> str:
        return f"{self.ulid}: {self.points:+d} in slot {self.slot}"


class Edge(models.Model):
    """Where a window starts: gains before (slot, ulid) have left it, all others are inside."""

    window = models.CharField(max_length=8, primary_key=True)
    slot = models.PositiveIntegerField(default=0)
    ulid = models.CharField(max_length=26, default="", blank=True)

    def __str__(self) -> str:
        return f"{self.window} from slot {self.slot}"

    def has_inside(self, slot: int, ulid: str) -> bool:
        return (slot, ulid) >= (self.slot, self.ulid)


class Fall(models.Model):
    """A story fell in a list: who has seen it further up need not be shown it again further down.

    `number` counts the writings of falls, `was` is the figure before. Kept for two hours.
    """

    list = models.CharField(max_length=12)
    ulid = models.CharField(max_length=26)
    number = models.BigIntegerField()
    was = models.BigIntegerField()
    fell_at = models.BigIntegerField()

    class Meta:
        indexes = [
            models.Index(fields=["list", "ulid", "number", "was"], name="fall_of_story"),
            models.Index(fields=["fell_at"], name="fall_fell_at"),
        ]

    def __str__(self) -> str:
        return f"{self.ulid} fell from {self.was} in {self.list}"
