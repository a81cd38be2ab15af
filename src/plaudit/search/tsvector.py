"""The words of stories on PostgreSQL: `tsvector` with GIN. See `index.Engine`.

The words are cut by us, as on SQLite, and the stems are ours. These have no places: a phrase is
meant as it is written.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db import connection

from plaudit.search import runs
from plaudit.search.queries import Term, Wanted
from plaudit.search.texts import EDGE, Text

MOST_POSITIONS = 255  # of one word, which PostgreSQL keeps
PUT = """
INSERT INTO search_words (place, words, runs)
SELECT %s, %s::tsvector || array_to_tsvector(%s::text[]), %s
"""
FIND = """
SELECT place FROM search_words WHERE words @@ %s::tsquery AND place >= %s AND place < %s
ORDER BY place DESC LIMIT %s
"""
# Of the stories that may have the phrases, the newest are looked into until there are enough.
# OFFSET 0 and the query in WHERE keep the planner from looking into all, and from thinking that
# the index of words says where they stand.
FIND_PHRASES = """
SELECT place FROM (
  SELECT place FROM search_words WHERE {maybe} AND place >= %s AND place < %s
  ORDER BY place DESC OFFSET 0
) AS candidate
WHERE (SELECT words @@ %s::tsquery FROM search_words WHERE place = candidate.place)
LIMIT %s
"""


def put(texts: Sequence[Text]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            PUT,
            [
                (
                    text.place,
                    vector(text.words + text.scopes),
                    text.stems,
                    runs.of(text.words, EDGE),
                )
                for text in texts
            ],
        )


def drop(places: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_words WHERE place = ANY(%s)", [list(places)])


def find(
    terms: Sequence[Wanted], scopes: Sequence[str], start: int, end: int, most: int
) -> list[int]:
    phrases = [wanted.term for wanted in terms if len(wanted.term.words) > 1]
    single = [wanted for wanted in terms if len(wanted.term.words) == 1]
    wanted = [*map(expression, single), *(f"'{name}'" for name in scopes)]
    if not phrases:
        return _places(FIND, " & ".join(wanted), start, end, most)
    wanted += [" & ".join(_marked(term)) for term in phrases if term.is_open]
    stand = " & ".join(" <-> ".join(_marked(term)) for term in phrases)
    signs: dict[str, str | list[int]] = {
        "runs @> %s::integer[]": runs.sought(phrases),
        "words @@ %s::tsquery": " & ".join(wanted),
    }
    maybe = {sign: about for sign, about in signs.items() if about}
    statement = FIND_PHRASES.format(maybe=" AND ".join(maybe))
    return _places(statement, *maybe.values(), start, end, stand, most)


def expression(wanted: Wanted) -> str:
    """One word as a tsquery, or any form of it."""
    forms = [f"'{form}'" for form in wanted.forms]
    return f"({' | '.join([*_marked(wanted.term), *forms])})"


def vector(found: Iterable[str]) -> str:
    """As a tsvector, each word with where it stands."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(found, start=1):
        if len(places[word]) < MOST_POSITIONS:
            places[word].append(str(place))
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())


def _marked(term: Term) -> list[str]:
    """Words are letters and figures only, so that nothing in them is a sign of a tsquery."""
    marked = [f"'{word}'" for word in term.words]
    if term.is_open:
        marked[-1] += ":*"
    return marked


def _places(statement: str, *about: int | str | list[int]) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(statement, about)
        return [place for (place,) in cursor.fetchall()]
