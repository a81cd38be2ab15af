"""Search: what an answer takes with 100,000 stories of different text, on both databases.

Each query beside the same one with a thousand stories; then one word beside what SQL's LIKE takes
for it. Answers are whole ones as data (`/search.json`), from Django, with twenty stories at most.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from urllib.parse import urlencode

from bench import lists, sites
from bench.database import Database
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate
from bench.vocabulary import Vocabulary
from tests.support import postgres

GOAL = Goal("≤", 50, "figure")
SMALL = 1_000
LIKE = """
SELECT id FROM stories_story WHERE live
AND (headline LIKE '%{word}%' OR dek LIKE '%{word}%' OR CAST(body AS text) LIKE '%{word}%')
ORDER BY first_published_at DESC LIMIT 1000
"""


def queries() -> dict[str, dict[str, str]]:
    """What is asked, by what it is called."""
    words = Vocabulary().words
    common, often, rare = words[3], words[60], words[30_000]
    return {
        "a rare word": {"q": f'"{rare}"'},
        "a word that most stories have": {"q": f'"{common}"'},
        "a common and a rare word": {"q": f'"{common}" "{rare}"'},
        "two common words": {"q": f"{common} {often}"},
        "a name as a phrase": {"q": '"Ada Quill"'},
        "a phrase of common words": {"q": f'"{words[0]} {words[1]}"'},
        "a phrase of common words, seldom together": {"q": f'"{words[60]} {words[61]}"'},
        "a phrase of three common words": {"q": f'"{words[0]} {words[1]} {words[2]}"'},
        "a phrase whose last word goes on": {"q": f"{words[60]}-{words[300][:3]}"},
        "the beginning of a word, 2 letters": {"q": f"{words[300][:2]}*"},
        "the beginning of a word, 5 letters": {"q": f"{words[300][:5]}*"},
        "a common word, section and days": {
            "q": common, "section": "section-3", "from": "2016-03-01", "to": "2016-09-30"
        },
        "a common word by one author": {"q": common, "author": "author-7"},
    }  # fmt: skip


def measure(scale: Scale) -> Iterator[Row]:
    large, small = sites.words(scale.searched), sites.words(SMALL)
    yield from _on("SQLite", Database(large), Database(small), scale)
    with _on_postgresql(scale.searched) as large_one, _on_postgresql(SMALL) as small_one:
        yield from _on("PostgreSQL", large_one, small_one, scale)


@contextmanager
def _on_postgresql(stories: int) -> Iterator[Database]:
    with postgres.throwaway() as address, sites.scratch() as folder:
        home = folder / "site"
        sites.fill(home, [], address)
        sites.write(home, stories, address)
        yield Database(home, address)


def _on(kind: str, large: Database, small: Database, scale: Scale) -> Iterator[Row]:
    many = f"{scale.searched:,} stories, {kind}"
    with (
        lists.renderer(large.home, large.address) as big,
        lists.renderer(small.home, small.address) as little,
    ):
        for name, asked in queries().items():
            path = f"/search.json?{urlencode(asked)}"
            a, b = alternate(
                partial(big.milliseconds, path),
                partial(little.milliseconds, path),
                scale.rounds,
            )
            yield Row(f"search for {name}, {many}", f"{SMALL:,} stories", " ms", GOAL, a, b)
        word = Vocabulary().words[30_000]
        path = f"/search.json?{urlencode({'q': word})}"
        a, b = alternate(partial(big.milliseconds, path), partial(_like, large, word), scale.rounds)
        yield Row(f"search for a rare word, {many}", "LIKE '%word%'", " ms", GOAL, a, b)


def _like(database: Database, word: str) -> float:
    began = time.perf_counter()
    database.rows(LIKE.format(word=word))
    return (time.perf_counter() - began) * 1e3
