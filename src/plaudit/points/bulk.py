"""Casting many ballots of guests in a few statements, whose number does not grow with them.

It looks first and writes then, so it can be wrong where others write at the same time. SQLite has
one writer at a time; with PostgreSQL the constraints notice, and Rivals is raised.
"""

import json
from collections.abc import Collection, Iterable
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection

from plaudit.points.ballots import Cast, InForce, slot_of
from plaudit.points.reckoning import Key, Paper, Reckoning, Standing

# Rows go in as one parameter, a JSON array of arrays: so a statement is the same for any number
# of them. What is looked up is asked in a subquery for each row, which no planner turns into a
# way through the whole table. Only what is found is answered: SQLite's driver lets go of the
# interpreter for each row, and while others work it takes a while to have it back.
ROWS = {"sqlite": "json_each(%s) AS wanted", "postgresql": "json_array_elements(%s) AS wanted"}
FIRST, SECOND = "wanted.value->>0", "wanted.value->>1"

FOUND = """
WITH asked AS MATERIALIZED
(SELECT wanted.value->>0 AS first, wanted.value->>1 AS second, ({look}) AS found FROM {{rows}})
SELECT first, second, found FROM asked WHERE found IS NOT NULL
"""

FIRSTS = FOUND.format(
    look=f"""SELECT tag || ' ' || rev || ' ' || value || ' ' || class FROM points_ballot
    WHERE about = {FIRST} AND nonce = {SECOND}"""  # noqa: S608  (names are ours)
)

# The last revision as one text of four words, so that it is looked for once.
STANDINGS = FOUND.format(
    look=f"""SELECT rev || ' ' || value || ' ' || class || ' ' || nonce FROM points_ballot
    WHERE about = {FIRST} AND tag = {SECOND} ORDER BY rev DESC LIMIT 1"""  # noqa: S608
)

GUESTS = FOUND.format(
    look=f"""SELECT guests FROM points_prefixcount
    WHERE day = %s AND about = {FIRST} AND prefix = {SECOND}"""  # noqa: S608
)

CAST = """
INSERT INTO points_ballot (about, tag, rev, value, nonce, class, slot)
SELECT wanted.value->>0, wanted.value->>1, CAST(wanted.value->>2 AS INTEGER),
       CAST(wanted.value->>3 AS INTEGER), wanted.value->>4, 'g', %s
FROM {rows} WHERE true ON CONFLICT DO NOTHING
"""

# As `caps.admit` does for one: together not beyond the cap, whoever else counts.
ADMIT = """
INSERT INTO points_prefixcount (day, about, prefix, guests)
SELECT %s, wanted.value->>0, wanted.value->>1, CAST(wanted.value->>2 AS INTEGER)
FROM {rows} WHERE true ON CONFLICT (day, about, prefix)
DO UPDATE SET guests = points_prefixcount.guests + excluded.guests
WHERE points_prefixcount.guests + excluded.guests <= %s
"""


class Rivals(Exception):
    """Somebody else wrote to the same rows meanwhile; nothing of it may be kept."""


def cast(papers: Collection[Paper], cap: int, at: datetime) -> tuple[list[Cast | None], Reckoning]:
    """What each comes to, as if cast one by one; None for one that is not to be counted.

    Belongs in a transaction that ends with the exception, if one is raised.
    """
    day = at.astimezone(UTC).date()
    firsts = _firsts(papers)
    known = {(paper.about, paper.tag) for paper in papers if not paper.is_new}
    standings = standings_of(known | {(first.about, first.tag) for first in firsts.values()})
    blocks = {
        (paper.about, paper.block)
        for paper in papers
        if paper.value and (paper.about, paper.tag) not in standings
    }
    reckoning = Reckoning(standings, firsts, _guests(blocks, day), cap)
    casts = [reckoning.cast(paper) for paper in papers]
    _write(reckoning, slot_of(at), day)
    return casts, reckoning


def _firsts(papers: Iterable[Paper]) -> dict[Key, InForce]:
    found = look_up(FIRSTS, {(paper.about, paper.nonce) for paper in papers})
    return {(about, nonce): _first(about, nonce, first) for about, nonce, first in found}


def _first(about: str, nonce: str, written: str) -> InForce:
    tag, rev, value, kind = written.split(" ")
    return InForce(about, tag, int(rev), int(value), kind, nonce)


def standings_of(wanted: Collection[Key]) -> dict[Key, Standing]:
    """The last revision of each voter on a subject (subject and tag) who has given one there."""
    found = look_up(STANDINGS, wanted)
    return {(about, tag): _standing(last) for about, tag, last in found}


def _standing(last: str) -> Standing:
    rev, value, kind, nonce = last.split(" ")
    return Standing(int(rev), int(value), kind, nonce)


def _guests(blocks: Collection[Key], day: date) -> dict[Key, int]:
    found = look_up(GUESTS, blocks, day)
    return {(about, block): guests for about, block, guests in found}


def look_up(statement: str, wanted: Collection[Key], *before: date) -> list[Any]:
    """The rows of a statement over `{rows}`: these pairs, FIRST and SECOND of each."""
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_in(statement), [*before, json.dumps(list(wanted))])
        return list(cursor.fetchall())


def _write(reckoning: Reckoning, slot: int, day: date) -> None:
    """In one order everywhere, ballots first, so that two who write at once never embrace."""
    rows = sorted(row[:5] for row in reckoning.rows)
    blocks = sorted([*key, guests] for key, guests in reckoning.admitted.items())
    with connection.cursor() as cursor:
        if rows:
            cursor.execute(_in(CAST), [slot, json.dumps(rows)])
            _hold(cursor.rowcount, len(rows))
        if blocks:
            cursor.execute(_in(ADMIT), [day, json.dumps(blocks), reckoning.cap])
            _hold(cursor.rowcount, len(blocks))


def _hold(written: int, wanted: int) -> None:
    if written != wanted:
        raise Rivals


def _in(statement: str) -> str:
    return statement.format(rows=ROWS[connection.vendor])
