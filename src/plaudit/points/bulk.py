"""Casting many ballots of guests in a few statements, whose number does not grow with them.

It looks first and writes then, so it can be wrong where others write at the same time. SQLite has
one writer at a time; with PostgreSQL the constraints notice, and Rivals is raised.
"""

import json
from collections.abc import Collection
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.backends.utils import CursorWrapper

from plaudit.points.ballots import Cast, InForce, slot_of
from plaudit.points.reckoning import Key, Paper, Reckoning, Standing
from plaudit.points.rounds import one_round

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
    firsts, standings, guests = _known(papers, day)
    if unknown := {(first.about, first.tag) for first in firsts.values()} - standings.keys():
        standings |= standings_of(unknown)
    reckoning = Reckoning(standings, firsts, guests, cap)
    casts = [reckoning.cast(paper) for paper in papers]
    _write(reckoning, slot_of(at), day)
    return casts, reckoning


def _known(
    papers: Collection[Paper], day: date
) -> tuple[dict[Key, InForce], dict[Key, Standing], dict[Key, int]]:
    """By nonce the ballot that has it, by tag the last revision, by block its guests of the day."""
    nonces = {(paper.about, paper.nonce) for paper in papers}
    tags = {(paper.about, paper.tag) for paper in papers if not paper.is_new}
    blocks = {(paper.about, paper.block) for paper in papers if paper.value}
    with one_round():
        first = _asked(FIRSTS, nonces)
        last = _asked(STANDINGS, tags)
        guests = _asked(GUESTS, blocks, day)
    return (
        {(about, nonce): _first(about, nonce, found) for about, nonce, found in first.fetchall()},
        {(about, tag): _standing(found) for about, tag, found in last.fetchall()},
        {(about, block): found for about, block, found in guests.fetchall()},
    )


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


def look_up(statement: str, wanted: Collection[Key]) -> list[Any]:
    """The rows of a statement over `{rows}`: these pairs, FIRST and SECOND of each."""
    return list(_asked(statement, wanted).fetchall()) if wanted else []


def _asked(statement: str, wanted: Collection[Key], *before: date) -> CursorWrapper:
    return _executed(statement, *before, json.dumps(list(wanted)))


def _write(reckoning: Reckoning, slot: int, day: date) -> None:
    """In one order everywhere, ballots first, so that two who write at once never embrace."""
    rows = sorted(row[:5] for row in reckoning.rows)
    blocks = sorted([*key, guests] for key, guests in reckoning.admitted.items())
    with one_round():
        cast = _executed(CAST, slot, json.dumps(rows))
        admitted = _executed(ADMIT, day, json.dumps(blocks), reckoning.cap)
    _hold(cast, len(rows))
    _hold(admitted, len(blocks))


def _hold(written: CursorWrapper, wanted: int) -> None:
    if written.rowcount != wanted:
        raise Rivals


def _executed(statement: str, *values: Any) -> CursorWrapper:
    cursor = connection.cursor()
    cursor.execute(statement.format(rows=ROWS[connection.vendor]), values)
    return cursor
