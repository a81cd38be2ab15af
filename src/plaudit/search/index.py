"""The index: what it holds of stories, and which of them have what is asked for.

It holds published stories only. What is a draft was never in it, so no slip can show one.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from django.db import connection, transaction

from plaudit.search import fts5, stems, tables, tsvector
from plaudit.search.models import Entry
from plaudit.search.queries import Query, Wanted
from plaudit.search.texts import Text

LANGUAGES = """
WITH RECURSIVE found(rules) AS (
  SELECT (SELECT MIN(rules) FROM search_entry WHERE rules > '')
  UNION ALL
  SELECT (SELECT MIN(rules) FROM search_entry WHERE rules > found.rules)
  FROM found WHERE found.rules IS NOT NULL
)
SELECT rules FROM found
"""
MOST = 1_000  # of the stories that match, the newest; only these are ranked


class Engine(Protocol):
    """What a database has to do. Both answer alike; words and ranks are the same code for both."""

    def put(self, texts: Sequence[Text]) -> None:
        """Take in what is not there yet."""

    def drop(self, places: Sequence[int]) -> None: ...

    def find(
        self, terms: Sequence[Wanted], scopes: Sequence[str], start: int, end: int, most: int
    ) -> list[int]:
        """The places from `start` to before `end` that match all of it, the newest first."""


def _engine() -> Engine:
    return tsvector if connection.vendor == "postgresql" else fts5


@transaction.atomic
def put(texts: Sequence[Text]) -> None:
    """Take in stories as they are now, in place of what they were."""
    drop([text.ulid for text in texts])
    Entry.objects.bulk_create(
        Entry(
            place=text.place,
            ulid=text.ulid,
            headline=text.headline,
            dek=text.dek,
            rules=text.rules,
            text=text.body,
        )
        for text in texts
    )
    _engine().put(texts)


@transaction.atomic
def drop(ulids: Collection[str]) -> None:
    """Forget stories, whether they are there or not."""
    found = Entry.objects.filter(ulid__in=ulids)
    if places := list(found.values_list("place", flat=True)):
        _engine().drop(places)
        Entry.objects.filter(place__in=places).delete()


@transaction.atomic
def clear() -> None:
    """Forget everything; a table that was damaged is a new one."""
    Entry.objects.all().delete()
    with connection.cursor() as cursor:
        tables.make(cursor.execute, connection.vendor)


def find(query: Query, scopes: Sequence[str], start: int, end: int) -> list[int]:
    """The places from `start` to before `end` that match, the newest MOST of them."""
    marked = [tables.marked(scope) for scope in scopes]
    return _engine().find(_wanted(query), marked, start, end, MOST)


def _wanted(query: Query) -> list[Wanted]:
    """With other forms of what is one word: a phrase is meant as it is written."""
    languages = _languages()
    return [
        Wanted(term, tuple(stems.forms(term.words[0], languages)) if len(term.words) == 1 else ())
        for term in query.terms
    ]


def _languages() -> list[str]:
    """All that stories are in, without reading all stories for it."""
    with connection.cursor() as cursor:
        cursor.execute(LANGUAGES)
        return [rules for (rules,) in cursor.fetchall() if rules]
