"""The table of words: what each database has for finding text, made new at any time.

It holds nothing that is not in the stories. So a migration makes it with these statements as they
are today, and a later one that wants another drops it first.
"""

from collections.abc import Callable
from importlib import import_module

TABLE = "search_words"
MARK = "§"  # before what is no word of the text but what it is filed under; no word has it
DROP = f"DROP TABLE IF EXISTS {TABLE}"
# The words come cut and folded (`words`), so the tokenizer has only the spaces left to find.
# Beginnings of words have indexes of their own: without, each is all its words' lists merged.
FTS5 = f"CREATE VIRTUAL TABLE {TABLE} USING fts5(words, tokenize='ascii', prefix='2 3 4'{{more}})"
LEAN = ", content='', contentless_delete=1"  # keeps no second copy of the text
LEAN_SINCE = (3, 43, 0)
POSTGRESQL = (
    # What is long stands apart, so that a list of places is read from few pages.
    f"""CREATE TABLE {TABLE} (place bigint PRIMARY KEY, words tsvector NOT NULL,
        runs integer[] NOT NULL) WITH (toast_tuple_target = 128)""",
    f"CREATE INDEX search_words_found ON {TABLE} USING gin (words, runs)",
)


def make(execute: Callable[[str], object], vendor: str) -> None:
    """Make it, empty, in place of any that is there."""
    execute(DROP)
    for statement in POSTGRESQL if vendor == "postgresql" else (_fts5(),):
        execute(statement)


def drop(execute: Callable[[str], object]) -> None:
    execute(DROP)


def _fts5() -> str:
    is_lean = import_module("sqlite3").sqlite_version_info >= LEAN_SINCE
    return FTS5.format(more=LEAN if is_lean else "")


def marked(scope: str) -> str:
    """How a scope stands among the words."""
    return f"{MARK}{scope}"
