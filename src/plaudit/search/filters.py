"""What an answer is narrowed to: a section, a tag, an author, a kind of story, two dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone
from django.utils.dateparse import parse_date
from taggit.models import Tag

from plaudit.search import texts
from plaudit.stories.models import Author, Kind, Section

MODELS: dict[str, Any] = {"section": Section, "tag": Tag, "author": Author}
DATES = ("from", "to")
NAMES = (*MODELS, "kind", *DATES)
LONGEST = 100  # letters of a value that are looked at
EVER = 1 << 62  # after every place


@dataclass(frozen=True)
class Filters:
    """`chosen` holds what was found, by the filter's name; `unknown` what was not, as typed."""

    chosen: dict[str, Any] = field(default_factory=dict)
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.chosen)

    @property
    def scopes(self) -> list[str]:
        found = [
            texts.scope(name, about.pk) for name, about in self.chosen.items() if name in MODELS
        ]
        kind = self.chosen.get("kind")
        return [*found, texts.scope("kind", kind.value)] if kind else found

    @property
    def start(self) -> int:
        """The first place that is wanted."""
        return texts.first_place(_second(self.chosen["from"])) if "from" in self.chosen else 0

    @property
    def end(self) -> int:
        """The first place that is no longer wanted: the last day is meant as a whole."""
        if "to" not in self.chosen:
            return EVER
        return texts.first_place(_second(self.chosen["to"] + timedelta(days=1)))

    @property
    def values(self) -> dict[str, str]:
        """As they stand in an address."""
        return {name: _value(name, about) for name, about in self.chosen.items()}


def read(said: Mapping[str, str]) -> Filters:
    """Of an address; a value nobody knows is left out, and named."""
    chosen, unknown = {}, []
    for name in NAMES:
        value = said.get(name, "").strip()[:LONGEST].replace("\0", "")
        about = _find(name, value) if value else None
        if about is not None:
            chosen[name] = about
        elif value:
            unknown.append(value)
    return Filters(chosen, tuple(unknown))


def _find(name: str, value: str) -> Any:
    if name in MODELS:
        return MODELS[name]._default_manager.filter(slug=value).first()
    if name == "kind":
        return Kind(value) if value in Kind.values else None
    return _day(value)


def _day(value: str) -> date | None:
    try:
        day = parse_date(value)
    except ValueError:  # as the 30th of February
        return None
    return day if day and date.min < day < date.max else None


def _second(day: date) -> int:
    """When a day begins where the site is."""
    midnight = datetime.combine(day, time.min)
    try:
        return int(timezone.make_aware(midnight).timestamp())
    except OverflowError:
        return 0


def _value(name: str, about: Any) -> str:
    if name in MODELS:
        return str(about.slug)
    return str(about.value) if name == "kind" else about.isoformat()
