"""Passing on and being read: figures of their own, kept apart from points."""

from django.db import models


class Share(models.Model):
    """One guest or member passed one story on. The tag is for this subject and purpose only."""

    about = models.CharField(max_length=28)
    tag = models.CharField(max_length=43)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "tag"], name="share_once")]

    def __str__(self) -> str:
        return f"{self.about} shared"


class ShareTally(models.Model):
    about = models.CharField(max_length=28, primary_key=True)
    shares = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.about}: {self.shares} shares"


class ViewTally(models.Model):
    """How often a story was read on a day, in UTC: no reader, no address, no device."""

    about = models.CharField(max_length=28)
    day = models.DateField()
    views = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "day"], name="view_tally_day")]

    def __str__(self) -> str:
        return f"{self.about} on {self.day}: {self.views} views"
