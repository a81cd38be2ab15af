"""Ballots, which are only ever added, and what they amount to."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from plaudit.people.guests import SECRET_BYTES, new_secret


class Ballot(models.Model):
    """What happened: a voter's value on a subject. Never changed but for being numbered, once.

    The fields follow `docs/spec/ballots.md`. `slot` is the ten minutes it was cast in, as coarse
    as the lists can bear, and is in no published record.
    """

    class Kind(models.TextChoices):
        MEMBER = "m"
        GUEST = "g"
        FEDIVERSE = "f"

    about = models.CharField(max_length=28)
    tag = models.CharField(max_length=43)
    rev = models.PositiveIntegerField()
    value = models.SmallIntegerField()
    kind = models.CharField(max_length=1, choices=Kind.choices, db_column="class")
    nonce = models.CharField(max_length=22)
    slot = models.PositiveIntegerField()
    number = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about", "tag", "rev"], name="ballot_revision"),
            # Without the tag: the repeats of a new guest's first request carry no cookie yet.
            models.UniqueConstraint(fields=["about", "nonce"], name="ballot_nonce"),
            models.CheckConstraint(condition=Q(value__in=[-1, 0, 1]), name="ballot_value"),
            models.CheckConstraint(condition=Q(rev__gte=1), name="ballot_rev_from_1"),
            models.CheckConstraint(condition=Q(kind__in=["m", "g", "f"]), name="ballot_class"),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(number=None), name="ballot_undrawn"),
            # The live figure of one subject: what is not yet tallied, a few rows at most.
            models.Index(fields=["about", "number"], name="ballot_about_number"),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.tag} rev {self.rev}: {self.value:+d}"


class Tally(models.Model):
    """What the numbered ballots about a subject amount to. Only `tallies.add` writes it."""

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


class MemberSecret(models.Model):
    """A member's K. Random and derived from nothing, so that deleting it is final."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="point_secret"
    )
    secret = models.BinaryField(max_length=SECRET_BYTES, default=new_secret)

    def __str__(self) -> str:
        return f"the secret of {self.user_id}"


class VoterLink(models.Model):
    """Joins a member's ballots on a subject to the member, for 90 days, against fraud."""

    KEPT_DAYS = 90

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="voter_links"
    )
    about = models.CharField(max_length=28)
    tag = models.CharField(max_length=43)
    cast_on = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["about", "tag"], name="voter_link_tag")]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.about}"


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
