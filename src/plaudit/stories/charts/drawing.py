"""A chart as a page holds it: the drawing, what it says in words, and what its series look like."""

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from plaudit.points import svg
from plaudit.stories.charts import bars, upright
from plaudit.stories.charts.figures import Figures


def draw(shown: Figures, kind: str, title: str, *, is_mirrored: bool = False) -> SafeString:
    """An SVG. Columns and lines run from the left whatever the script, as the course of time."""
    if kind == "bar":
        height, parts = bars.draw(shown, is_mirrored=is_mirrored)
    else:
        height, parts = upright.columns(shown) if kind == "column" else upright.lines(shown)
    return svg.element(
        "svg",
        parts,
        xmlns="http://www.w3.org/2000/svg",
        width="100%",
        height=height,
        direction="ltr",
        role="img",
        aria_label=f"{title}. {description(shown)}",
    )


def description(shown: Figures) -> str:
    """The lowest figure, the highest, and where the others are."""
    known = sorted(shown.known)
    (_, low, at_low), (_, high, at_high) = known[0], known[-1]
    facts = {"low": low, "at_low": at_low, "high": high, "at_high": at_high}
    said = gettext("Lowest: %(low)s (%(at_low)s). Highest: %(high)s (%(at_high)s).") % facts
    below = gettext("The table below holds all figures.")
    return f"{said} {below}"


def legend(shown: Figures, kind: str) -> list[tuple[SafeString, str]]:
    """A sample and the name of each series; nothing for one alone, which the title names."""
    if len(shown.names) < 2:
        return []
    return [(_sample(place, kind), name) for place, name in enumerate(shown.names, 1)]


def _sample(place: int, kind: str) -> SafeString:
    name = f"series-{place}"
    if kind == "line":
        inside = svg.element("line", class_=name, x1=0, x2=24, y1=6, y2=6)
    else:
        inside = svg.element("rect", class_=name, x=1, y=1, width=22, height=10)
    return svg.element("svg", inside, width=24, height=12, aria_hidden="true")
