"""Remembering that stories fell, so that a reader who pages through a list sees none twice."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from plaudit.points import progress
from plaudit.rankings import rows
from plaudit.rankings.models import Fall

WRITTEN = "lists.falls"  # the next number of a writing of falls
FORGOTTEN = "lists.forgotten"  # falls with lower numbers may be gone
KEPT_SECONDS = 2 * 3600
BATCH = 10_000


class Row(NamedTuple):
    """A story that fell: in which list, and from which figure."""

    list: str
    ulid: str
    was: int


def record(fallen: Sequence[Row], now: int) -> None:
    """Write them down under one new number."""
    if not fallen:
        return
    number, new = progress.get(WRITTEN), rows.table(["list", "ulid"], ["was"])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO rankings_fall (list, ulid, was, number, fell_at) "  # noqa: S608
            f"SELECT list, ulid, was, %s, %s FROM ({new}) AS new",
            [number, now, rows.packed(fallen)],
        )
    progress.put(WRITTEN, number + 1)


def are_old(now: int) -> bool:
    """Whether any are older than two hours."""
    return _old(now).exists()


def forget(now: int) -> int:
    """Remove those, a batch at most. Returns how many."""
    old = list(_old(now).order_by("fell_at", "number").values_list("pk", "number")[:BATCH])
    if old:
        progress.put(FORGOTTEN, max(number for _, number in old) + 1)
        Fall.objects.filter(pk__in=[pk for pk, _ in old]).delete()
    return len(old)


def _old(now: int) -> QuerySet[Fall]:
    return Fall.objects.filter(fell_at__lt=now - KEPT_SECONDS)
