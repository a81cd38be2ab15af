"""What moderators decide about ballots, which is only ever added, as ballots are."""

from django.db import models
from django.db.models import Q
from django.utils.translation import pgettext_lazy


class Decision(models.Model):
    """That a ballot is set aside, or counts again: turn 1, 3, 5… and turn 2, 4, 6… about it.

    It names its ballot as the ballot names itself. The tick numbers it, once: then it holds.
    `after` is the number that the next ballot was to get at that moment, so that it is known for
    ever which ballots had been drawn before.
    """

    class Kind(models.TextChoices):
        VOID = "void"
        UNVOID = "unvoid"

    class Reason(models.TextChoices):
        RING = "ring", pgettext_lazy("reason", "arranged voting")
        SPAM = "spam", pgettext_lazy("reason", "spam")
        DUPLICATE = "duplicate", pgettext_lazy("reason", "given more than once")
        LEGAL = "legal", pgettext_lazy("reason", "legal reasons")
        ERROR = "error", pgettext_lazy("reason", "an error")

    about = models.CharField(max_length=28)
    tag = models.CharField(max_length=43)
    rev = models.PositiveIntegerField()
    turn = models.PositiveIntegerField()
    kind = models.CharField(max_length=6, choices=Kind.choices)
    reason = models.CharField(max_length=9, choices=Reason.choices, blank=True)
    role = models.CharField(max_length=60)
    at = models.DateTimeField()
    number = models.PositiveBigIntegerField(null=True, unique=True)
    after = models.PositiveBigIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about", "tag", "rev", "turn"], name="decision_turn"),
            models.CheckConstraint(
                condition=Q(kind="void", reason__in=["ring", "spam", "duplicate", "legal", "error"])
                | Q(kind="unvoid", reason=""),
                name="decision_reason",
            ),
            models.CheckConstraint(
                condition=Q(number=None, after=None) | Q(number__gte=0, after__gte=1),
                name="decision_drawn",
            ),
        ]
        indexes = [
            models.Index(fields=["id"], condition=Q(number=None), name="decision_undrawn"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.about} {self.tag} rev {self.rev}"
