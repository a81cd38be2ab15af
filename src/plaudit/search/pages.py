"""Pages of an answer: which stories, in which order, and what is shown of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from plaudit.points import tallies
from plaudit.search import filters, index, queries, ranks, snippets, texts
from plaudit.search.filters import Filters
from plaudit.search.models import PLACE_BITS, Entry
from plaudit.search.queries import Query
from plaudit.search.snippets import Part
from plaudit.stories.models import Story

SIZE = 20
MOST_PAGES = index.MOST // SIZE
MASK = (1 << PLACE_BITS) - 1


@dataclass(frozen=True)
class Found:
    """A story of the answer. `passage` is of the text, or of the dek where only that has it."""

    story: Story
    points: int
    headline: list[Part]
    passage: list[Part]


@dataclass(frozen=True)
class Asked:
    """What an address asks for. `until`: the second up to which stories count, so that the pages
    behind the first one stay what they were while others are published.
    """

    query: Query
    filters: Filters
    page: int = 1
    until: int = 0

    def url(self, name: str = "search", **more: str | int) -> str:
        """The address of the same with something else; what is empty is left out."""
        said = {"q": self.query.text, **self.filters.values, **more}
        return f"{reverse(name)}?{urlencode({key: value for key, value in said.items() if value})}"

    @property
    def everywhere(self) -> str:
        """The address of the same without any filter."""
        return f"{reverse('search')}?{urlencode({'q': self.query.text})}"


@dataclass(frozen=True)
class Answer:
    asked: Asked
    places: list[int]  # the best first
    found: list[Found]

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def is_more(self) -> bool:
        """There are more than were counted, and ranked."""
        return self.count == index.MOST

    @property
    def first_number(self) -> int:
        return (self.asked.page - 1) * SIZE + 1

    @cached_property
    def next_url(self) -> str:
        return self.page_url(self.asked.page + 1) if self.count > self.asked.page * SIZE else ""

    @cached_property
    def previous_url(self) -> str:
        return self.page_url(self.asked.page - 1) if self.asked.page > 1 else ""

    def page_url(self, page: int, name: str = "search") -> str:
        if page == 1:
            return self.asked.url(name)
        return self.asked.url(name, page=page, until=self.asked.until)


def ask(said: Mapping[str, str]) -> Asked:
    """Of an address, whatever it says: what is no page of ours is the first one."""
    now = int(timezone.now().timestamp())
    page, until = _number(said.get("page", ""), MOST_PAGES), _number(said.get("until", ""), now)
    return Asked(queries.read(said.get("q", "")), filters.read(said), page or 1, until or now)


def answer(asked: Asked) -> Answer:
    """One page of it, in a few queries. What was taken back a moment ago is left out."""
    if not asked.query:
        return Answer(asked, [], [])
    end = min(asked.filters.end, texts.first_place(asked.until + 1))
    matching = index.find(asked.query, asked.filters.scopes, asked.filters.start, end)
    rows = Entry.objects.filter(place__in=matching).values_list("place", "headline", "dek")
    places = ranks.best_first((ranks.Candidate(*row) for row in rows), asked.query.terms)
    shown = places[(asked.page - 1) * SIZE : asked.page * SIZE]
    return Answer(asked, places, _dress(shown, asked.query) if shown else [])


def _dress(places: list[int], query: Query) -> list[Found]:
    stories = {
        story.pk: story
        for story in Story.objects.standing()
        .for_cards()
        .defer("body")
        .filter(pk__in=[place & MASK for place in places])
    }
    bodies = dict(Entry.objects.filter(place__in=places).values_list("place", "text"))
    points = tallies.live([story.about for story in stories.values()])
    return [
        Found(
            story=story,
            points=points[story.about].total,
            headline=snippets.marked(story.headline, query.terms),
            passage=_passage(story, bodies.get(place, ""), query),
        )
        for place in places
        if (story := stories.get(place & MASK))
    ]


def _passage(story: Story, body: str, query: Query) -> list[Part]:
    """Of the text if that has it, else of the dek, which most stories have."""
    of_body = snippets.passage(body, query.terms)
    if story.dek and not any(part.is_found for part in of_body):
        return snippets.marked(story.dek, query.terms)
    return of_body


def _number(text: str, most: int) -> int:
    """A whole number from 1 to the most, else 0."""
    is_number = text.isascii() and text.isdecimal() and len(text) < 12
    return int(text) if is_number and 1 <= int(text) <= most else 0
