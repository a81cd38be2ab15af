"""Columns and lines: labels along the foot, the highest and the lowest figure at the edge."""

from collections.abc import Iterator
from itertools import pairwise

from django.utils.safestring import SafeString

from plaudit.points import svg
from plaudit.stories.charts import widths
from plaudit.stories.charts.figures import Figures

HEIGHT, TOP, BOTTOM = 240, 20, 196  # pixels; labels and the lowest figure stand below
COLUMN = 0.72  # of a row's share of the width
FEWEST_SLOTS = 4  # so that a single column is no wall
LABEL_MOST = 130  # pixels
MOST_MARKED = 30  # rows: more points on a line hide it


class _Ground:
    """Where a row and a value are. Columns stand on 0; a line may be far from it."""

    def __init__(self, shown: Figures, *, from_zero: bool) -> None:
        self.known = sorted(shown.known)
        values = [value for value, _, _ in self.known]
        self.low, self.high = min(values), max(values)
        if from_zero:
            self.low, self.high = min(self.low, 0.0), max(self.high, 0.0)
        self._a_unit = (BOTTOM - TOP) / ((self.high - self.low) or 1)
        self.slot = 100 / max(len(shown.labels), FEWEST_SLOTS)

    def y(self, value: float) -> float:
        return TOP + (self.high - value) * self._a_unit

    def middle(self, row: int) -> float:
        return self.slot * (row + 0.5)


def columns(shown: Figures) -> tuple[int, SafeString]:
    """The height and what is drawn."""
    ground = _Ground(shown, from_zero=True)
    wide = ground.slot * COLUMN / len(shown.names)
    parts = [
        svg.element(
            "rect",
            class_=f"series-{place + 1}",
            x=svg.share(ground.middle(row) + wide * (place - len(shown.names) / 2)),
            y=min(ground.y(value), ground.y(0)),
            width=svg.share(wide),
            height=abs(ground.y(value) - ground.y(0)),
        )
        for row, figures in enumerate(shown.values)
        for place, value in enumerate(figures)
        if value is not None
    ]
    return HEIGHT, SafeString("".join([*_scale(ground), *parts, *_labels(shown, ground)]))


def lines(shown: Figures) -> tuple[int, SafeString]:
    """The same. A line is broken where there is no figure, and a figure alone is a point."""
    ground = _Ground(shown, from_zero=False)
    parts = [
        part for place in range(len(shown.names)) for part in _line(shown.values, place, ground)
    ]
    return HEIGHT, SafeString("".join([*_scale(ground), *parts, *_labels(shown, ground)]))


def _line(rows: list[list[float | None]], place: int, ground: _Ground) -> Iterator[SafeString]:
    points = [
        (None if row[place] is None else (ground.middle(at), ground.y(row[place] or 0)))
        for at, row in enumerate(rows)
    ]
    name = f"series-{place + 1}"
    for one, other in pairwise(points):
        if one and other:
            ends = {"x1": svg.share(one[0]), "x2": svg.share(other[0])}
            yield svg.element("line", class_=name, y1=one[1], y2=other[1], **ends)
    for before, point, after in zip([None, *points], points, [*points[1:], None], strict=False):
        if point and (len(points) <= MOST_MARKED or not (before or after)):
            yield svg.element("circle", class_=name, cx=svg.share(point[0]), cy=point[1], r=3)


def _scale(ground: _Ground) -> Iterator[SafeString]:
    """Lines at the highest and the lowest figure, with the figures as they were written."""
    (lowest, at_foot, _), (highest, at_head, _) = ground.known[0], ground.known[-1]
    if highest == ground.high:
        yield _across("grid", TOP)
        yield svg.element("text", at_head, x="0", y=TOP - 6, text_anchor="start")
    if lowest == ground.low and lowest != highest:
        yield _across("grid", BOTTOM)
        yield svg.element("text", at_foot, x="0", y=BOTTOM + 13, text_anchor="start")
    if ground.low <= 0 <= ground.high:
        yield _across("axis", ground.y(0))


def _across(name: str, y: float) -> SafeString:
    return svg.element("line", class_=name, x1="0", x2="100%", y1=y, y2=y)


def _labels(shown: Figures, ground: _Ground) -> Iterator[SafeString]:
    """Each under its row if all have room; else from where it begins, those that have room."""
    words = [widths.cut(label, LABEL_MOST) for label in shown.labels]
    pixels = ground.slot / 100 * widths.NARROWEST
    needed = max(map(widths.of, words)) + 8
    if needed <= pixels:
        for row, label in enumerate(words):
            yield _label(label, ground.middle(row), "middle")
        return
    taken = 0.0
    for row, label in enumerate(words):
        begins, wide = pixels * row, widths.of(label)
        if begins >= taken and begins + wide <= widths.NARROWEST:
            yield _label(label, ground.slot * row, "start")
            taken = begins + wide + 8


def _label(words: str, x: float, anchor: str) -> SafeString:
    return svg.element(
        "text", words, class_="name", x=svg.share(x), y=HEIGHT - 6, text_anchor=anchor
    )
