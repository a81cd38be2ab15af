"""Totals brought along from a former site: shown apart, and sealed in the log as what they are."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import pgettext_lazy

from plaudit.points import numbering, tallies, turns, waiting
from plaudit.points.models import Carry

BATCH = 1_000
TABLE = "points_carry"
MOST = 99_999_999_999  # up or down: so that any difference fits into a leaf
NAMES = {  # as readers are told
    Carry.Source.WORDPRESS: "WordPress",
    Carry.Source.GHOST: "Ghost",
    Carry.Source.ARCHIVE: pgettext_lazy("former site", "an archive"),
    Carry.Source.OTHER: pgettext_lazy("former site", "another site"),
}
DRAW = "carry"  # the turn of whoever adds or numbers


@transaction.atomic
def carry(totals: Mapping[str, int], source: str, at: datetime) -> dict[str, int]:
    """See to it that these are the totals, by subject, that come from this source.

    What came from there before is taken off first, so that to carry the same again adds nothing.
    It holds once the tick has taken it in. Returns by how much each total changes, if it does.
    """
    turns.take(DRAW)
    changed = differences(totals, source)
    Carry.objects.bulk_create(
        Carry(about=about, source=source, value=value, at=at) for about, value in changed.items()
    )
    return changed


def differences(totals: Mapping[str, int], source: str) -> dict[str, int]:
    """By how much each total would change, if it does."""
    rows = Carry.objects.filter(source=Carry.Source(source)).values_list("about")
    known = dict(rows.annotate(total=Sum("value")))
    found = {about: total - known.get(about, 0) for about, total in totals.items()}
    return {about: value for about, value in found.items() if value}


def take(limit: int = BATCH) -> int:
    """Number what has no number, and add it to the tallies, both at once. How many there were."""
    if not numbering.is_any_waiting(TABLE):
        return 0
    with transaction.atomic():
        turns.take(DRAW)
        turns.take(waiting.STEP)
        start = latest() + 1
        drawn = numbering.draw(TABLE, limit)
        if drawn:
            tallies.bring_along(_totals(start))
    return drawn


def latest() -> int:
    """The number of the last one; -1 where there is none."""
    return numbering.latest(Carry)


def since(start: int, limit: int = BATCH) -> list[Carry]:
    """Those that are numbered from `start` on, in order."""
    return list(Carry.objects.filter(number__gte=start).order_by("number")[:limit])


def sources(about: str) -> dict[str, int]:
    """How much a subject has from where, the most first."""
    found = Carry.objects.filter(about=about, number__isnull=False).values_list("source")
    totals = found.annotate(total=Sum("value")).exclude(total=0)
    return dict(totals.order_by("-total", "source"))


def _totals(start: int) -> dict[str, int]:
    found = Carry.objects.filter(number__gte=start).values_list("about")
    return dict(found.annotate(total=Sum("value")).order_by("about"))
