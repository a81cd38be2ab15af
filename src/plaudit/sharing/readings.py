"""Counting that a story was read: by browsers that showed it, not by programs that fetched it."""

import re
from datetime import date

from django.db.models import Sum

from plaudit.points import counting
from plaudit.sharing.models import ViewTally

# Programs that run scripts but read nothing; they say so themselves.
PROGRAMS = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|preview|headless|lighthouse|monitor|fetch|scan|archiv|"
    r"python|curl|wget|http-?client|go-http|java/|okhttp|axios|facebookexternalhit|embed",
    re.IGNORECASE,
)


def is_program(user_agent: str) -> bool:
    return len(user_agent) < 20 or bool(PROGRAMS.search(user_agent))


def add(about: str, day: date) -> None:
    counting.add("sharing_viewtally", ["about", "day"], ["views"], [[about, day, 1]])


def count(about: str) -> int:
    return ViewTally.objects.filter(about=about).aggregate(sum=Sum("views"))["sum"] or 0
