from django.db import models


class Embedded(models.Model):
    """What a provider said about a thing that stories embed; without a title, it did not answer."""

    page = models.CharField(max_length=400, unique=True)
    title = models.CharField(max_length=200, blank=True)
    author = models.CharField(max_length=200, blank=True)
    ratio = models.FloatField(default=0)
    asked_at = models.DateTimeField()
    trouble = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.title or self.page
