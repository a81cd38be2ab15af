"""The figures behind a place, in words: "41 points in the last 24 hours, 12 of them …"."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaudit.rankings import formulas
from plaudit.rankings.shelf import Row


def trending(row: Row, last_hour: int) -> str:
    whole = ngettext(
        "%(n)s point in the last 24 hours", "%(n)s points in the last 24 hours", abs(row.trending)
    )
    if 0 <= last_hour <= row.trending:
        part = ngettext(
            "%(n)s of them in the last hour", "%(n)s of them in the last hour", last_hour
        )
    else:
        part = ngettext(
            "%(n)s point in the last hour", "%(n)s points in the last hour", abs(last_hour)
        )
    return f"{_filled(whole, row.trending)}, {_filled(part, last_hour)}"


def hot(row: Row, _last_hour: int) -> str:
    whole = ngettext(
        "%(n)s point in the last 7 days", "%(n)s points in the last 7 days", abs(row.hot)
    )
    if 0 <= row.trending <= row.hot:
        part = ngettext(
            "%(n)s of them in the last 24 hours",
            "%(n)s of them in the last 24 hours",
            row.trending,
        )
    else:
        part = ngettext(
            "%(n)s point in the last 24 hours",
            "%(n)s points in the last 24 hours",
            abs(row.trending),
        )
    return f"{_filled(whole, row.hot)}, {_filled(part, row.trending)}"


def popular(row: Row, _last_hour: int) -> str:
    whole = ngettext(
        "%(n)s point in the last 30 days", "%(n)s points in the last 30 days", abs(row.popular)
    )
    if 0 <= row.hot <= row.popular:
        part = ngettext(
            "%(n)s of them in the last 7 days", "%(n)s of them in the last 7 days", row.hot
        )
    else:
        part = ngettext(
            "%(n)s point in the last 7 days", "%(n)s points in the last 7 days", abs(row.hot)
        )
    return f"{_filled(whole, row.popular)}, {_filled(part, row.hot)}"


def top(row: Row, _last_hour: int) -> str:
    return _filled(ngettext("%(n)s point in all", "%(n)s points in all", abs(row.top)), row.top)


def new(row: Row, _last_hour: int) -> str:
    return _("first published %(when)s") % {"when": moment(row.published_at)}


def front(row: Row, _last_hour: int) -> str:
    if row.top == 0:
        pattern = _("first published %(when)s, with %(n)s points so far")
    elif row.top > 0:
        pattern = ngettext(
            "first published %(when)s, and its %(n)s point makes it count as %(span)s newer",
            "first published %(when)s, and its %(n)s points make it count as %(span)s newer",
            row.top,
        )
    else:
        pattern = ngettext(
            "first published %(when)s, and its %(n)s point makes it count as %(span)s older",
            "first published %(when)s, and its %(n)s points make it count as %(span)s older",
            -row.top,
        )
    seconds = abs(formulas.head_start(row.top))
    return pattern % {"when": moment(row.published_at), "n": figure(row.top), "span": span(seconds)}


def figure(number: int) -> str:
    return str(number_format(number, decimal_pos=0, force_grouping=True)).replace("-", "−")


def moment(second: int) -> str:
    found = timezone.localtime(datetime.fromtimestamp(second, tz=UTC))
    return str(date_format(found, "DATETIME_FORMAT"))


def span(seconds: int) -> str:
    """Hours and minutes in words: "27 hours 30 minutes"."""
    hours, minutes = divmod(seconds // 60, 60)
    parts = []
    if hours:
        parts.append(_filled(ngettext("%(n)s hour", "%(n)s hours", hours), hours))
    if minutes:
        parts.append(_filled(ngettext("%(n)s minute", "%(n)s minutes", minutes), minutes))
    return " ".join(parts)


def _filled(pattern: str, number: int) -> str:
    return pattern % {"n": figure(number)}


BY_LIST: dict[str, Callable[[Row, int], str]] = {
    "front": front,
    "new": new,
    "trending": trending,
    "hot": hot,
    "popular": popular,
    "top": top,
}
