"""A subject's points by day, and a picture of them."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import accumulate
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from plaudit.points import days as by_day
from plaudit.points import figures, svg

LONGEST = 60
FEWEST_SLOTS = 14  # so that a single day is no wall
LABELLED = 5  # with fewer days the two labels below would touch
# The drawing is 150 pixels high and as wide as the page has room; its text is never scaled.
HEIGHT, TOP, BOTTOM = 150, 18, 120
BAR = 0.7  # of a day's share of the width


class Day(NamedTuple):
    """What a day changed, in UTC, and the total at its end.

    `is_earlier` marks the first of a long record: it holds all the days up to `day`.
    """

    day: date
    up: int
    down: int
    total: int
    is_earlier: bool = False

    @property
    def net(self) -> int:
        return self.up - self.down

    @property
    def gained(self) -> int:
        """Points up, and points down that were taken back."""
        return max(self.up, 0) + max(-self.down, 0)

    @property
    def lost(self) -> int:
        """Points down, and points up that were taken back."""
        return max(self.down, 0) + max(-self.up, 0)


def days(about: str) -> list[Day]:
    """Every day from the first ballot to the last, at most 60 of them and what was before."""
    record = by_day.changes(about)
    if not record:
        return []
    last = max(record)
    first = max(min(record), last - timedelta(days=LONGEST - 1))
    earlier = [record[day] for day in record if day < first]
    changes = [(day, *record.get(day, (0, 0))) for day in _each(first, last)]
    if earlier:
        before = first - timedelta(days=1)
        changes.insert(0, (before, sum(up for up, _ in earlier), sum(down for _, down in earlier)))
    carried = by_day.carried(about)
    totals = accumulate((up - down for _, up, down in changes), initial=carried)
    next(totals)
    return [
        Day(day, up, down, total, is_earlier=bool(earlier) and day < first)
        for (day, up, down), total in zip(changes, totals, strict=True)
    ]


def draw(record: list[Day]) -> SafeString:
    """The days as an SVG: gains stand above the line, losses below it. Nothing for no days."""
    shown = [day for day in record if not day.is_earlier]
    if not shown:
        return SafeString()
    return format_html(
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="{}" direction="ltr" '
        'role="img" aria-labelledby="days-title days-desc">'
        '<title id="days-title">{}</title><desc id="days-desc">{}</desc>{}</svg>',
        HEIGHT,
        gettext("Points by day"),
        _description(shown),
        SafeString("".join([*_scale(shown), _bars(shown), *_dates(shown)])),
    )


def _each(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=offset) for offset in range((last - first).days + 1))


def _description(shown: list[Day]) -> str:
    best = max(shown, key=lambda day: day.net)
    return gettext("From %(first)s to %(last)s: %(points)s. Most on %(best)s: %(net)s.") % {
        "first": date_format(shown[0].day),
        "last": date_format(shown[-1].day),
        "points": figures.phrase(shown[-1].total),
        "best": date_format(best.day),
        "net": figures.signed(best.net),
    }


def _heights(shown: list[Day]) -> tuple[int, int, float, float]:
    """The most gained and lost on a day, the pixels of a point, and where the line of 0 is."""
    most = max(day.gained for day in shown)
    least = max(day.lost for day in shown)
    a_point = (BOTTOM - TOP) / max(most + least, 1)
    return most, least, a_point, TOP + most * a_point


def _scale(shown: list[Day]) -> Iterable[SafeString]:
    most, least, _, zero = _heights(shown)
    if most:
        yield _line("grid", TOP)
        yield _text(0, TOP - 5, "start", figures.signed(most))
    if least:
        yield _line("grid", BOTTOM)
        yield _text(0, BOTTOM + 12, "start", figures.signed(-least))
    yield _line("axis", zero)


def _bars(shown: list[Day]) -> SafeString:
    _, _, a_point, zero = _heights(shown)
    slot = _slot(shown)
    return SafeString(
        "".join(
            svg.element(
                "rect",
                class_=name,
                x=svg.share(slot * place),
                y=y,
                width=svg.share(slot * BAR),
                height=high,
            )
            for place, day in enumerate(shown)
            for name, y, high in (
                ("up", zero - day.gained * a_point, day.gained * a_point),
                ("down", zero, day.lost * a_point),
            )
            if high
        )
    )


def _dates(shown: list[Day]) -> Iterable[SafeString]:
    yield _text(0, HEIGHT - 3, "start", date_format(shown[0].day, "MONTH_DAY_FORMAT"))
    if len(shown) >= LABELLED:
        last = date_format(shown[-1].day, "MONTH_DAY_FORMAT")
        yield _text(_slot(shown) * len(shown), HEIGHT - 3, "end", last)


def _slot(shown: list[Day]) -> float:
    """A day's share of the width, in per cent."""
    return 100 / max(len(shown), FEWEST_SLOTS)


def _line(name: str, y: float) -> SafeString:
    return svg.element("line", class_=name, x1="0", x2="100%", y1=y, y2=y)


def _text(x: float, y: float, anchor: str, words: str) -> SafeString:
    return svg.element("text", words, x=svg.share(x), y=y, text_anchor=anchor)
