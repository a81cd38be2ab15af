"""The words of stories on PostgreSQL: `tsvector` with GIN. See `index.Engine`.

The exact words are cut by us, as on SQLite. Where PostgreSQL knows the story's language, the stems
of its words stand beside them: they find other forms of a word.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.db import connection

from plaudit.search.queries import Query, Term
from plaudit.search.texts import Text

MOST_POSITIONS = 255  # of one word, which PostgreSQL keeps
PUT = """
INSERT INTO search_words (place, words) SELECT %s, %s::tsvector || COALESCE(
  (SELECT to_tsvector(oid::regconfig, %s) FROM pg_ts_config WHERE cfgname = %s LIMIT 1), '')
"""
FIND = """
SELECT place FROM search_words WHERE words @@ %s::tsquery AND place >= %s AND place < %s
ORDER BY place DESC LIMIT %s
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
WHERE stem <> word
"""


def put(texts: Sequence[Text]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            PUT,
            [
                (text.place, vector(text.words + text.scopes), " ".join(text.words), text.config)
                for text in texts
            ],
        )


def drop(places: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_words WHERE place = ANY(%s)", [list(places)])


def find(query: Query, scopes: Sequence[str], start: int, end: int, most: int) -> list[int]:
    stems = _stems(term.words[0] for term in query.terms if len(term.words) == 1)
    wanted = [expression(term, stems) for term in query.terms] + [f"'{name}'" for name in scopes]
    with connection.cursor() as cursor:
        cursor.execute(FIND, [" & ".join(wanted), start, end, most])
        return [place for (place,) in cursor.fetchall()]


def expression(term: Term, stems: Mapping[str, Collection[str]]) -> str:
    """As a tsquery. Words are letters and figures only, so that nothing in them is a sign."""
    marked = [f"'{word}'" for word in term.words]
    if term.is_open:
        marked[-1] += ":*"
    forms = stems.get(term.words[0], ()) if len(term.words) == 1 else ()
    return f"({' | '.join([' <-> '.join(marked), *map(_quoted, sorted(forms))])})"


def vector(found: Iterable[str]) -> str:
    """As a tsvector, each word with where it stands."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for place, word in enumerate(found, start=1):
        if len(places[word]) < MOST_POSITIONS:
            places[word].append(str(place))
    return " ".join(f"'{word}':{','.join(where)}" for word, where in places.items())


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
