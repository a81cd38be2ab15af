"""What bounds the new guests of one network on one day."""

from django.db import models

from plaudit.people.guests import SECRET_BYTES, new_secret


class DailySalt(models.Model):
    """A random key under which a day's address prefixes are hashed; it goes when the day does."""

    day = models.DateField(primary_key=True)
    salt = models.BinaryField(max_length=SECRET_BYTES, default=new_secret)

    def __str__(self) -> str:
        return f"the salt of {self.day}"


class PrefixCount(models.Model):
    """How often one (hashed) address prefix did a thing to a subject today: see `caps`."""

    day = models.DateField()
    about = models.CharField(max_length=28)
    prefix = models.CharField(max_length=43)
    guests = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "about", "prefix"], name="prefix_count_day")
        ]

    def __str__(self) -> str:
        return f"{self.guests} on {self.about}"


class SpentProof(models.Model):
    """A proof of work that was used; each is good for one ballot."""

    digest = models.CharField(max_length=64, primary_key=True)
    spent_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.digest
