"""What was measured, against what, and whether it is enough: the table and its arithmetic."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

Of = Literal["ratio", "figure"]
Sign = Literal["≥", "≤", ">"]


@dataclass(frozen=True)
class Goal:
    """What is to be reached, by the ratio A : B or by the figure A itself."""

    sign: Sign
    value: float
    of: Of = "ratio"

    def is_reached(self, ratio: float, figure: float) -> bool:
        found = ratio if self.of == "ratio" else figure
        if self.sign == "≤":
            return found <= self.value
        return found >= self.value if self.sign == "≥" else found > self.value


@dataclass(frozen=True)
class Row:
    """One measure. `a` and `b` hold a figure for each turn; empty ones were not measured."""

    measure: str
    against: str
    unit: str
    goal: Goal | None
    a: Sequence[float] = ()
    b: Sequence[float] = ()
    note: str = ""

    @property
    def figure_a(self) -> float:
        return median(self.a)

    @property
    def figure_b(self) -> float:
        return median(self.b)

    @property
    def is_measured(self) -> bool:
        return bool(self.a) and bool(self.b)

    @property
    def ratio(self) -> float:
        """Of the two medians."""
        return self.figure_a / self.figure_b if self.figure_b else float("inf")

    @property
    def verdict(self) -> str:
        if not self.is_measured:
            return "not measured"
        if self.goal is None:
            return ""
        return "yes" if self.goal.is_reached(self.ratio, self.figure_a) else "**no**"

    def cells(self) -> list[str]:
        """As they stand in the table, under HEADINGS."""
        if not self.is_measured:
            return [self.measure, self.against, "–", "–", "–", self._to_reach(), self.verdict]
        return [
            self.measure,
            self.against,
            shown(self.a, self.unit),
            shown(self.b, self.unit),
            f"{self.ratio:.2f}" if self.ratio >= 0.1 else f"{self.ratio:.2g}",
            self._to_reach(),
            self.verdict,
        ]

    def _to_reach(self) -> str:
        if self.goal is None:
            return ""
        if self.goal.of == "ratio":
            return f"{self.goal.sign} {self.goal.value:.4g} ×"
        return f"{self.goal.sign} {in_figures(self.goal.value)}{self.unit}"


HEADINGS = ["measure", "against", "A: measured", "B: against", "A : B", "to reach", "reached"]


def shown(figures: Sequence[float], unit: str) -> str:
    """The median; in brackets how far the turns lie from it, at most."""
    middle = median(figures)
    if len(figures) < 2 or not middle:
        return f"{in_figures(middle)}{unit}"
    off = max(abs(figure - middle) for figure in figures) / abs(middle)
    return f"{in_figures(middle)}{unit} (± {off:.0%})"


def in_figures(value: float) -> str:
    """Three significant figures for what is small, whole numbers for what is large."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def as_markdown(rows: Sequence[Row]) -> str:
    lines = [HEADINGS, ["---"] * len(HEADINGS), *(row.cells() for row in rows)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
    notes = [f"- {row.measure}: {row.note}" for row in rows if row.note]
    return "\n".join([table, *(["", *notes] if notes else [])])


def as_text(rows: Sequence[Row]) -> str:
    """In columns, for a terminal."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS))]
    padded = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    ]
    notes = [f"  {row.measure}: {row.note}" for row in rows if row.note]
    return "\n".join([*padded, *notes]).replace("**", "")
