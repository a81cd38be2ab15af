"""The words of stories on SQLite: a table of FTS5. See `index.Engine`."""

from collections.abc import Sequence

from django.db import connection

from plaudit.search.queries import Query, Term
from plaudit.search.texts import Text

FIND = """
SELECT rowid FROM search_words WHERE search_words MATCH %s AND rowid >= %s AND rowid < %s
ORDER BY rowid DESC LIMIT %s
"""


def put(texts: Sequence[Text]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_words (rowid, words) VALUES (%s, %s)",
            [(text.place, " ".join(text.words + text.scopes)) for text in texts],
        )


def drop(places: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [[one] for one in places])


def find(query: Query, scopes: Sequence[str], start: int, end: int, most: int) -> list[int]:
    wanted = [expression(term) for term in query.terms] + [f'"{scope}"' for scope in scopes]
    with connection.cursor() as cursor:
        cursor.execute(FIND, [" AND ".join(wanted), start, end, most])
        return [place for (place,) in cursor.fetchall()]


def expression(term: Term) -> str:
    """In FTS5's language. Words are letters and figures only, so that nothing in them is a sign."""
    phrase = f'"{" ".join(term.words)}"'
    return f"{phrase} *" if term.is_open else phrase
