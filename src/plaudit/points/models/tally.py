"""What ballots amount to, and how far the tick has come with them."""

from django.db import models


class Tally(models.Model):
    """What the numbered ballots about a subject amount to. Only the tick writes it."""

    about = models.CharField(max_length=28, primary_key=True)
    up = models.BigIntegerField(default=0)
    down = models.BigIntegerField(default=0)
    members = models.BigIntegerField(default=0)
    guests = models.BigIntegerField(default=0)
    fediverse = models.BigIntegerField(default=0)
    set_aside = models.BigIntegerField(default=0)
    carried = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.about}: {self.up} up, {self.down} down"


class DayTally(models.Model):
    """How many ups and downs a subject gained (or lost, by withdrawal) in a day, in UTC."""

    about = models.CharField(max_length=28)
    day = models.DateField()
    up = models.BigIntegerField(default=0)
    down = models.BigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "day"], name="day_tally_day")]

    def __str__(self) -> str:
        return f"{self.about} on {self.day}"


class Progress(models.Model):
    """How far a step of the tick has come: the first number it has not yet dealt with."""

    name = models.CharField(max_length=40, primary_key=True)
    number = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.name}: {self.number}"
