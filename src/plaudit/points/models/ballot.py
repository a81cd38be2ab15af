"""Ballots, which are only ever added."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

# In place of the number that a ballot does not have yet: it comes after all that have one.
LAST = 2**63 - 1


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
            # The live figure of one subject: what is not yet tallied, a few rows at most. In one
            # range, whether numbered or not: asked for "about and without a number", PostgreSQL
            # goes through all that wait, if none did when it last looked.
            models.Index(
                "about",
                Coalesce("number", LAST, output_field=models.BigIntegerField()),
                name="ballot_about_place",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.about} {self.tag} rev {self.rev}: {self.value:+d}"
