"""Counting that a story was read: by browsers that showed it, not by programs that fetched it."""

import re
from collections.abc import Mapping
from datetime import UTC

from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from plaudit.points import caps, counting
from plaudit.sharing.models import ViewTally

# A block is a /24: an office, a school, a street. More in a day than it has readers is a program.
MOST_OF_A_BLOCK = 500
LONGEST_NAME = 1000
# What every browser that runs scripts calls itself.
BROWSER = re.compile(r"Mozilla/5\.0 \(")
# Programs that run scripts but read nothing; they say so themselves, most of them with an address.
# (Cubot makes telephones.)
PROGRAMS = re.compile(
    r"(?<!cu)bot(?![a-z])|crawl|spider|slurp|preview|headless|lighthouse|monitor|fetch|scan|"
    r"archiv|inspect|phantom|python|curl|wget|http-?client|facebookexternalhit|embed|https?://",
    re.IGNORECASE,
)
IN_ADVANCE = ("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")


def is_program(user_agent: str) -> bool:
    if len(user_agent) > LONGEST_NAME or not BROWSER.match(user_agent):
        return True
    return bool(PROGRAMS.search(user_agent))


def is_in_advance(headers: Mapping[str, str]) -> bool:
    """Whether a browser fetched the page on the chance that it will be opened."""
    said = " ".join(headers.get(name, "") for name in IN_ADVANCE).lower()
    return "prefetch" in said or "preview" in said


@transaction.atomic
def add(about: str, address: str) -> None:
    """Count a view, up to what one address block may add to a story in a day."""
    now = timezone.now()
    if caps.admit(about, address, MOST_OF_A_BLOCK, now, "view"):
        day = now.astimezone(UTC).date()
        counting.add("sharing_viewtally", ["about", "day"], ["views"], [[about, day, 1]])


def count(about: str) -> int:
    return ViewTally.objects.filter(about=about).aggregate(sum=Sum("views"))["sum"] or 0
