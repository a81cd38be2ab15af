"""The words of stories on SQLite: a table of FTS5. See `index.Engine`."""

from collections.abc import Sequence

from django.db import connection

from plaudit.search.queries import Wanted
from plaudit.search.texts import Text

FIND = """
SELECT rowid FROM search_words WHERE search_words MATCH %s AND rowid >= %s AND rowid < %s
ORDER BY rowid DESC LIMIT %s
"""


def put(texts: Sequence[Text]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO search_words (rowid, words) VALUES (%s, %s)",
            [(text.place, " ".join(text.words + text.scopes + text.stems)) for text in texts],
        )


def drop(places: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [[one] for one in places])


def find(
    terms: Sequence[Wanted], scopes: Sequence[str], start: int, end: int, most: int
) -> list[int]:
    wanted = [*map(expression, terms), *map(_quoted, scopes)]
    with connection.cursor() as cursor:
        cursor.execute(FIND, [" AND ".join(wanted), start, end, most])
        return [place for (place,) in cursor.fetchall()]


def expression(wanted: Wanted) -> str:
    """In FTS5's language. Words are letters and figures only, so that nothing in them is a sign."""
    phrase = _quoted(" ".join(wanted.term.words)) + (" *" if wanted.term.is_open else "")
    return f"({' OR '.join([phrase, *map(_quoted, wanted.forms)])})"


def _quoted(words: str) -> str:
    return f'"{words}"'
