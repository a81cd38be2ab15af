"""Bars that lie: a label above each row, its figure at the end of the line."""

from collections.abc import Iterator

from django.utils.safestring import SafeString

from plaudit.points import svg
from plaudit.stories.charts import widths
from plaudit.stories.charts.figures import Figures

LABEL, BAR, GAP = 17, 14, 10  # pixels
MOST_FOR_FIGURES = 45  # of a hundred parts of the width


def draw(shown: Figures, *, is_mirrored: bool) -> tuple[int, SafeString]:
    """The height and what is drawn. Mirrored, bars grow from the right: for words from there."""
    scale = _Scale(shown, is_mirrored=is_mirrored)
    height = len(shown.labels) * (LABEL + BAR * len(shown.names) + GAP) - GAP
    return height, SafeString("".join(_rows(shown, scale)) + scale.zero_line(height))


class _Scale:
    """Where a value ends, in per cent of the width."""

    def __init__(self, shown: Figures, *, is_mirrored: bool) -> None:
        values = [value for value, _, _ in shown.known]
        written = max(widths.of(text) for _, text, _ in shown.known)
        room = min((written + 8) * 100 / widths.NARROWEST, MOST_FOR_FIGURES)
        self._low, high = min(0.0, *values), max(0.0, *values)
        self._unit = (100 - room) / ((high - self._low) or 1)
        self.is_mirrored = is_mirrored
        self.has_negative = self._low < 0

    def bar(self, value: float) -> tuple[float, float]:
        """The left edge and the width."""
        ends = sorted((self._at(0), self._at(value)))
        return (100 - ends[1] if self.is_mirrored else ends[0]), ends[1] - ends[0]

    def zero_line(self, height: int) -> SafeString:
        if not self.has_negative:
            return SafeString()
        x = svg.share(100 - self._at(0) if self.is_mirrored else self._at(0))
        return svg.element("line", class_="axis", x1=x, x2=x, y1=0, y2=height)

    def _at(self, value: float) -> float:
        return (value - self._low) * self._unit


def _rows(shown: Figures, scale: _Scale) -> Iterator[SafeString]:
    y = 0
    start, end = ("100%", "0") if scale.is_mirrored else ("0", "100%")
    begins, ends = ("end", "start") if scale.is_mirrored else ("start", "end")
    for label, texts, row in zip(shown.labels, shown.written, shown.values, strict=True):
        words = widths.cut(label, widths.NARROWEST)
        yield svg.element("text", words, class_="name", x=start, y=y + 11, text_anchor=begins)
        y += LABEL
        for place, (text, value) in enumerate(zip(texts, row, strict=True), 1):
            if value is not None:
                x, wide = scale.bar(value)
                yield svg.element(
                    "rect",
                    class_=f"series-{place}",
                    x=svg.share(x),
                    y=y + 1,
                    width=svg.share(wide),
                    height=BAR - 2,
                )
            yield svg.element("text", text or "–", x=end, y=y + 11, text_anchor=ends)
            y += BAR
        y += GAP
