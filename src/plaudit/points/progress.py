"""How far each step of the tick has come."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction

from plaudit.points import turns
from plaudit.points.models import Progress


def get(name: str) -> int:
    """The first number the step has not yet dealt with."""
    row = Progress.objects.filter(name=name).values("number").first()
    return row["number"] if row else 0


def several(*names: str) -> dict[str, int]:
    """The same of several steps at one moment, by their names."""
    found = Progress.objects.filter(name__in=names).values_list("name", "number")
    return dict.fromkeys(names, 0) | dict(found)


def put(name: str, number: int) -> None:
    """Remember it; in the same transaction as what was done with the numbers before it."""
    Progress.objects.update_or_create(name=name, defaults={"number": number})


@contextmanager
def going_on(turn: str, seen: Mapping[str, int]) -> Iterator[bool]:
    """A transaction with this turn, and whether these steps are still where they were `seen`.

    What is numbered does not change: so it is read before the transaction, for which votes would
    have to wait, and written in it, unless somebody else has done so meanwhile.
    """
    with transaction.atomic():
        turns.take(turn)
        yield several(*seen) == seen
