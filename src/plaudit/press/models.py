"""What went stale, in order, for the page stores of all machines to follow."""

from django.db import models


class Stale(models.Model):
    """A key whose pages went stale. One at a time writes, so that whoever reads misses none."""

    number = models.PositiveBigIntegerField(primary_key=True)
    key = models.CharField(max_length=60)
    marked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["marked_at"], name="stale_marked_at")]

    def __str__(self) -> str:
        return f"{self.number}: {self.key}"
