"""What a subject has brought along from a former site."""

from django.db import models
from django.db.models import Q


class Carry(models.Model):
    """So many points more (or fewer) than were carried over from there before. Only ever added."""

    class Source(models.TextChoices):
        WORDPRESS = "wordpress", "WordPress"
        GHOST = "ghost", "Ghost"
        ARCHIVE = "archive"
        OTHER = "other"

    about = models.CharField(max_length=28)
    source = models.CharField(max_length=9, choices=Source.choices)
    value = models.BigIntegerField()
    at = models.DateTimeField()
    number = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(value=0), name="carry_of_something"),
            models.CheckConstraint(
                condition=Q(source__in=["wordpress", "ghost", "archive", "other"]),
                name="carry_source",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(number=None), name="carry_undrawn"),
            models.Index(fields=["about", "source"], name="carry_of_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.value:+d} from {self.source}"
