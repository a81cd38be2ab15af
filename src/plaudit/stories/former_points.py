"""Reading a list of the points that stories had on a former site: a CSV file."""

import csv
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from plaudit.points import carrying
from plaudit.refusal import Refusal

STORY, POINTS = "story", "points"
LARGEST = 50_000_000  # bytes
MOST_SHOWN = 10  # of what is wrong
TOTAL = re.compile(r"[+-]?[0-9]{1,11}", re.ASCII)
HEADER = "Its first line has to name the columns “story” and “points”, apart by commas."


class Row(NamedTuple):
    """A line of the file. `story`: an id, an address or the last part of one."""

    line: int
    story: str
    points: int


def read(data: bytes) -> list[Row]:
    """The rows of a CSV file. Raises Refusal with what is wrong and in which line."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Refusal(f"It is not written in UTF-8: see line {line}.") from None
    if "\0" in (text := "\n".join(lines)) or not text.strip():
        raise Refusal(f"There is no text in it. {HEADER}")
    reader = csv.reader(lines, delimiter=_delimiter(lines[0]), strict=True)
    try:
        columns = [name.strip().lower() for name in next(reader)]
        if columns.count(STORY) != 1 or columns.count(POINTS) != 1:
            raise Refusal(HEADER)
        found = list(_rows(reader, columns))
    except csv.Error as error:
        raise Refusal(f"Line {reader.line_num} is no CSV: {error}.") from None
    refuse(row for row in found if isinstance(row, str))
    return [row for row in found if isinstance(row, Row)]


def refuse(wrong: Iterable[str]) -> None:
    """Raise Refusal with these sentences, if there are any."""
    said = list(wrong)
    if said:
        more = [f"And {len(said) - MOST_SHOWN:,} more lines."] if said[MOST_SHOWN:] else []
        raise Refusal("\n".join([*said[:MOST_SHOWN], *more]))


def _delimiter(first: str) -> str:
    """As spreadsheets write it: by commas, semicolons or tabs."""
    return max(",;\t", key=first.count)


def _rows(reader: Iterable[list[str]], columns: list[str]) -> Iterator[Row | str]:
    """Each line as a row, or what is wrong with it."""
    for fields in reader:
        line = reader.line_num  # type: ignore[attr-defined]
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(columns):
            yield f"Line {line} has {len(fields)} columns, not {len(columns)}."
            continue
        story, points = fields[columns.index(STORY)].strip(), fields[columns.index(POINTS)].strip()
        if not story:
            yield f"Line {line} names no story."
        elif not TOTAL.fullmatch(points):
            yield (
                f"Line {line}: “{points[:40]}” is no number of points: digits alone, 583, with a "
                f"minus for less than none, and at most {carrying.MOST:,}."
            )
        else:
            yield Row(line, story, int(points))
