"""A table, typed or pasted as text: a line a row, cells apart by tabs or bars."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from plaudit.stories.charts import numbers


class Cell(NamedTuple):
    """`key` is what a cell of a column of numbers is sorted by: "" where there is no number."""

    text: str
    is_number: bool
    key: str = ""


class Grid(NamedTuple):
    header: list[Cell]
    body: list[list[Cell]]


def cells(text: str) -> list[list[str]]:
    """The cells of each line, in rows of the same length."""
    lines = [line for line in text.splitlines() if line.strip()]
    if any("\t" in line for line in lines):
        rows = [line.split("\t") for line in lines]
    else:
        rows = [line.split("|") for line in _without_frame([line.strip(" ") for line in lines])]
    width = max(map(len, rows), default=0)
    return [[cell.strip() for cell in row] + [""] * (width - len(row)) for row in rows]


def _without_frame(lines: list[str]) -> list[str]:
    """A bar at the edge of every line is a frame; at that of some, it is beside an empty cell."""
    if lines and all(line.startswith("|") for line in lines):
        lines = [line[1:] for line in lines]
    if lines and all(line.endswith("|") for line in lines):
        lines = [line[:-1] for line in lines]
    return lines


class TableValue(blocks.StructValue):
    @property
    def lines(self) -> list[list[str]]:
        return cells(str(self["rows"]))

    @property
    def header(self) -> list[str]:
        return self.lines[0] if self.lines else []

    @property
    def body(self) -> list[list[str]]:
        return self.lines[1:]

    @property
    def grid(self) -> Grid:
        """The cells, those in columns of numbers marked: they are set to the end."""
        columns = list(zip(*self.body, strict=True)) or [()] * len(self.header)
        are_numbers = [_holds_numbers(column) for column in columns]
        return Grid(
            header=[Cell(text, it) for text, it in zip(self.header, are_numbers, strict=True)],
            body=[
                [_cell(text, it) for text, it in zip(row, are_numbers, strict=True)]
                for row in self.body
            ],
        )


def _holds_numbers(column: tuple[str, ...]) -> bool:
    filled = [text for text in column if not numbers.is_gap(text)]
    return bool(filled) and all(numbers.read(text) is not None for text in filled)


def _cell(text: str, is_number: bool) -> Cell:
    value = numbers.read(text) if is_number else None
    return Cell(text, is_number, "" if value is None else repr(value))


class Table(blocks.StructBlock):
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=200)
    rows = blocks.TextBlock(
        label=_("Rows"),
        help_text=_("A line a row, cells apart by | or a tab. The first line names the columns."),
    )
    has_row_headers = blocks.BooleanBlock(
        label=_("The first column names the rows"), required=False
    )
    is_sortable = blocks.BooleanBlock(
        label=_("Readers may sort it"),
        required=False,
        help_text=_("By any column. Before they do, it stands as you typed it."),
    )

    class Meta:
        icon = "table"
        label = _("Table")
        template = "stories/blocks/table.html"
        script = "plaudit/js/sortable-table.js"
        value_class = TableValue
