"""The log as the database has it. What is here is only ever added to, but for the one row of state.

A tile is a run of neighbouring hashes: those of the leaves at level 0, and above that of each 256th
level-up only, so there is a row of `Node` for every 256 leaves and no more.
"""

from django.db import models
from django.db.models import Q

from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.hashes import EMPTY_ROOT
from plaudit.tlog.keys import VerifierKey

HASH_BYTES = 32


class Leaf(models.Model):
    """An entry of the log. `number` is that of its ballot, `about` what it speaks of."""

    index = models.PositiveBigIntegerField(primary_key=True)
    data = models.BinaryField()
    hash = models.BinaryField(max_length=HASH_BYTES, db_index=True)
    about = models.CharField(max_length=28, null=True)  # noqa: DJ001  (none is not an id)
    number = models.PositiveBigIntegerField(null=True, unique=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["about", "index"], condition=Q(about__isnull=False), name="leaf_about_index"
            )
        ]

    def __str__(self) -> str:
        return f"leaf {self.index}"


class Subject(models.Model):
    """How many ballots about a subject are in the log: kept along, since to count them afresh takes
    the longer, the more there are."""

    about = models.CharField(max_length=28, primary_key=True)
    ballots = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.ballots} about {self.about}"


class Node(models.Model):
    """A hash in a tile above the leaves: that of the tree's node at level 8 * `level`."""

    pk = models.CompositePrimaryKey("level", "index")
    level = models.PositiveSmallIntegerField()
    index = models.PositiveBigIntegerField()
    hash = models.BinaryField(max_length=HASH_BYTES)

    def __str__(self) -> str:
        return f"node {self.level}/{self.index}"


class LogState(models.Model):
    """The log's right edge: one row. Its size is compared and swapped with every batch.

    `published` is the size that a checkpoint was last published for, `tidied` the size up to which
    partial tiles were removed; `keys` are the public halves that sign, the log's and the receipts'.
    """

    ONLY = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=ONLY)
    origin = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(default=0)
    root = models.BinaryField(max_length=HASH_BYTES)
    frontier = models.BinaryField()
    published = models.PositiveBigIntegerField(default=0)
    tidied = models.PositiveBigIntegerField(default=0)
    keys = models.TextField()

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(id=1), name="log_state_only")]

    def __str__(self) -> str:
        return f"{self.origin} at {self.size}"


class Checkpoint(models.Model):
    """What was signed. There is never another root, and never another text, for a size."""

    size = models.PositiveBigIntegerField(primary_key=True)
    root = models.BinaryField(max_length=HASH_BYTES)
    text = models.TextField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"checkpoint of size {self.size}"


class Witness(models.Model):
    """Somebody who is asked to cosign our checkpoints, at `address` (its submission prefix).

    `size` is that of the largest tree of the log `origin` that it has cosigned, `trouble` the
    sentence that says why the last asking brought nothing, empty if it brought a cosignature.
    """

    name = models.CharField(max_length=255, primary_key=True)
    key = models.TextField(unique=True)
    address = models.CharField(max_length=500)
    origin = models.CharField(max_length=255, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    cosigned_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name

    def verifier(self) -> CosignerKey:
        return CosignerKey.parse(self.key)


class WitnessedLog(models.Model):
    """A log of somebody else's that this site is a witness for.

    `size` and `root` are those of the last checkpoint that was cosigned, `text` is that checkpoint;
    they are never forgotten, nor moved back. `keys` are the verifier keys that are accepted, a line
    each; none while the log is refused. `conflict` is a checkpoint that its log has signed, too,
    with another root for a size that was cosigned: with `text` it proves a second history.
    """

    origin = models.CharField(max_length=255, primary_key=True)
    keys = models.TextField(blank=True)
    size = models.PositiveBigIntegerField(default=0)
    root = models.BinaryField(max_length=HASH_BYTES, default=EMPTY_ROOT)
    text = models.TextField(blank=True)
    conflict = models.TextField(blank=True)
    cosigned_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.origin} at {self.size}"

    def verifiers(self) -> list[VerifierKey]:
        return [VerifierKey.parse(line) for line in self.keys.splitlines()]
