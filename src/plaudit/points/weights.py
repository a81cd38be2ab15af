"""How many points a ballot of each class counts: chosen by the settings, once for all.

The log says so before its first ballot (`ledger.weighing`), and auditors count by that.
"""

from functools import cache

from plaudit import settings
from plaudit.points.models import Ballot


@cache
def by_class() -> dict[str, int]:
    return dict(zip(Ballot.Kind.values, settings.load().weights, strict=True))
