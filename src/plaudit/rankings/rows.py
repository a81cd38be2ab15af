"""Many rows as one parameter of one statement, on both databases."""

import json
from collections.abc import Iterable, Sequence

from django.db import connection


def table(texts: Sequence[str], integers: Sequence[str]) -> str:
    """A SELECT of the rows that `packed` made: first the texts of a row, then its integers."""
    if connection.vendor == "postgresql":
        cast, source = "::bigint", "jsonb_array_elements(%s::jsonb) AS packed(value)"
    else:
        cast, source = "", "json_each(%s)"
    columns = [f"value ->> {place} AS {name}" for place, name in enumerate(texts)]
    columns += [
        f"(value ->> {place}){cast} AS {name}"
        for place, name in enumerate(integers, start=len(texts))
    ]
    return f"SELECT {', '.join(columns)} FROM {source}"  # noqa: S608  (names are ours)


def packed(rows: Iterable[Sequence[object]]) -> str:
    return json.dumps(list(rows), separators=(",", ":"))
