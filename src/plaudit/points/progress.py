"""How far each step of the tick has come."""

from plaudit.points.models import Progress


def get(name: str) -> int:
    """The first number the step has not yet dealt with."""
    row = Progress.objects.filter(name=name).values("number").first()
    return row["number"] if row else 0


def put(name: str, number: int) -> None:
    """Remember it; in the same transaction as what was done with the numbers before it."""
    Progress.objects.update_or_create(name=name, defaults={"number": number})
