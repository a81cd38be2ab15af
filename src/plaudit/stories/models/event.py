from django.db import models

# What no reader sees: to save only these is no event.
BEHIND_THE_SCENES = {
    "latest_revision", "has_unpublished_changes", "locked", "locked_at", "locked_by",
}  # fmt: skip


class Event(models.Model):
    """Something readers will see happened to a story, or, where `ulid` is empty, to what stands on
    every page; written in the same transaction.

    The tick numbers events (`events.draw`) and everything that is visible follows from them.
    """

    ulid = models.CharField(max_length=26)
    number = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        indexes = [
            models.Index(fields=["id"], condition=models.Q(number=None), name="event_undrawn")
        ]

    def __str__(self) -> str:
        return f"event {self.number} on {self.ulid}"
