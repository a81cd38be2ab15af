from django.db import models


class Event(models.Model):
    """Something readers will see happened to a story; written in the same transaction.

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
