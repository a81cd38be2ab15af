"""What a chart shows, and the first thing that is wrong with it."""

from typing import NamedTuple

from django.utils.translation import gettext

from plaudit.stories.charts import numbers

MOST_ROWS = {"bar": 40, "column": 60, "line": 400}
MOST_SERIES = 3  # more cannot be told apart without colours


class Wrong(ValueError):
    """No chart can be made of this table; the message says why and what to do."""


class Figures(NamedTuple):
    """A row for each label, a column for each name; where there is no figure, None."""

    names: list[str]
    labels: list[str]
    written: list[list[str]]
    values: list[list[float | None]]

    @property
    def known(self) -> list[tuple[float, str, str]]:
        """Every figure there is: its value, as it was written, the label of its row."""
        return [
            (value, text, label)
            for label, texts, row in zip(self.labels, self.written, self.values, strict=True)
            for text, value in zip(texts, row, strict=True)
            if value is not None
        ]


def read(lines: list[list[str]], kind: str) -> Figures:
    """The figures of a table whose first line and first column are names. Raises Wrong."""
    if len(lines) < 2 or len(lines[0]) < 2:
        raise Wrong(
            gettext(
                "There is nothing to draw: give a line with the names of the columns, and below it "
                "a line for each label with its figures, such as “Town | 12”."
            )
        )
    header, *body = lines
    if len(header) > MOST_SERIES + 1:
        raise Wrong(
            gettext("At most %(most)d columns of figures can be told apart. Make two charts of it.")
            % {"most": MOST_SERIES}
        )
    if len(body) > MOST_ROWS[kind]:
        raise Wrong(
            gettext("A chart of this kind has room for %(most)d rows, and these are %(count)d.")
            % {"most": MOST_ROWS[kind], "count": len(body)}
        )
    values = [[_value(text, row[0]) for text in row[1:]] for row in body]
    found = Figures(header[1:], [row[0] for row in body], [row[1:] for row in body], values)
    if not found.known:
        raise Wrong(gettext("There is not a single figure in these rows."))
    return found


def _value(text: str, label: str) -> float | None:
    if numbers.is_gap(text):
        return None
    value = numbers.read(text)
    if value is None:
        raise Wrong(
            gettext(
                "“%(text)s” in the row “%(label)s” is not a number. Where there is no figure, "
                "leave the cell empty."
            )
            % {"text": text, "label": label}
        )
    return value
