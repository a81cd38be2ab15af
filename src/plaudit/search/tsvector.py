"""The words of stories on PostgreSQL: `tsvector` with GIN. See `index.Engine`.

The exact words are cut by us, as on SQLite. Where PostgreSQL knows the story's language, the stems
of its words stand beside them, marked and without a place: they find other forms of a word, but a
phrase and a beginning are meant as they are written.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection

from plaudit.search import runs
from plaudit.search.queries import Query, Term
from plaudit.search.texts import EDGE, Text

MOST_POSITIONS = 255  # of one word, which PostgreSQL keeps
STEM = "~"  # before a stem; no word has it
PUT = """
INSERT INTO search_words (place, words, runs)
SELECT %s, %s::tsvector || array_to_tsvector(ARRAY(SELECT %s || stem FROM (
  SELECT unnest(tsvector_to_array(
    (SELECT to_tsvector(oid::regconfig, %s) FROM pg_ts_config WHERE cfgname = %s LIMIT 1)
  )) EXCEPT SELECT unnest(%s::text[])
) AS other(stem))), %s
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
# The stems of words in every language that a story is in, without reading all stories for it.
STEMS = """
WITH RECURSIVE config(name) AS (
  (SELECT config FROM search_entry WHERE config > '' ORDER BY config LIMIT 1)
  UNION ALL
  SELECT (SELECT config FROM search_entry WHERE config > name ORDER BY config LIMIT 1)
  FROM config WHERE name IS NOT NULL
)
SELECT word, stem FROM config JOIN pg_ts_config ON cfgname = name, unnest(%s::text[]) AS word,
  unnest(tsvector_to_array(to_tsvector(pg_ts_config.oid::regconfig, word))) AS stem
"""


def put(texts: Sequence[Text]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            PUT,
            [
                (
                    *(text.place, vector(text.words + text.scopes)),
                    *(STEM, " ".join(text.words), text.config, text.words),
                    runs.of(text.words, EDGE),
                )
                for text in texts
            ],
        )


def drop(places: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_words WHERE place = ANY(%s)", [list(places)])


def find(query: Query, scopes: Sequence[str], start: int, end: int, most: int) -> list[int]:
    phrases = [term for term in query.terms if len(term.words) > 1]
    single = [term for term in query.terms if len(term.words) == 1]
    stems = _stems(term.words[0] for term in single)
    wanted = [expression(term, stems) for term in single] + [f"'{name}'" for name in scopes]
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


def expression(term: Term, stems: Mapping[str, Collection[str]]) -> str:
    """One word as a tsquery, or any form of it. A stem that is itself a word of a text is not
    marked there.
    """
    forms = sorted(stems.get(term.words[0], ()))
    quoted = [_quoted(mark + stem) for stem in forms for mark in ("", STEM)]
    return f"({' | '.join([*_marked(term), *quoted])})"


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


def _stems(words: Iterable[str]) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    with connection.cursor() as cursor:
        cursor.execute(STEMS, [list(words)])
        for word, stem in cursor.fetchall():
            found[word].add(stem)
    return found


def _quoted(stem: str) -> str:
    """PostgreSQL's own, of which we do not know the letters."""
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"
