"""The figures behind a place, in words: "41 points in the last 24 hours, 12 of them …"."""

from collections.abc import Callable
from datetime import UTC, datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from plaudit.points import figures
from plaudit.rankings import formulas
from plaudit.rankings.shelf import Row

figure = figures.figure


def trending(row: Row, last_hour: int) -> str:
    part = _of_hour if 0 <= last_hour <= row.trending else _in_hour
    return _both(_filled(_in_day, row.trending), _filled(part, last_hour))


def hot(row: Row, _last_hour: int) -> str:
    part = _of_day if 0 <= row.trending <= row.hot else _in_day
    return _both(_filled(_in_week, row.hot), _filled(part, row.trending))


def popular(row: Row, _last_hour: int) -> str:
    part = _of_week if 0 <= row.hot <= row.popular else _in_week
    return _both(_filled(_in_month, row.popular), _filled(part, row.hot))


def top(row: Row, _last_hour: int) -> str:
    return _filled(_in_all, row.top)


def new(row: Row, _last_hour: int) -> str:
    return _("first published %(when)s") % {"when": moment(row.published_at)}


def front(row: Row, _last_hour: int) -> str:
    if row.top == 0:
        pattern = _("first published %(when)s, with 0 points so far")
    else:
        pattern = figures.form(_newer if row.top > 0 else _older, row.top, "%(n)s")
    seconds = abs(formulas.head_start(row.top))
    return pattern % {"when": moment(row.published_at), "n": figure(row.top), "span": span(seconds)}


def moment(second: int) -> str:
    found = timezone.localtime(datetime.fromtimestamp(second, tz=UTC))
    return str(date_format(found, "DATETIME_FORMAT"))


def span(seconds: int) -> str:
    """Hours and minutes in words: "27 hours 30 minutes"."""
    hours, minutes = divmod(seconds // 60, 60)
    if not minutes:
        return _filled(_hours, hours) if hours else ""
    if not hours:
        return _filled(_minutes, minutes)
    return _("%(hours)s %(minutes)s") % {
        "hours": _filled(_hours, hours),
        "minutes": _filled(_minutes, minutes),
    }


def _both(whole: str, part: str) -> str:
    return _("%(whole)s, %(part)s") % {"whole": whole, "part": part}


def _filled(said: Callable[[int], str], number: int) -> str:
    return figures.form(said, number, "%(n)s") % {"n": figure(number)}


def _in_hour(n: int) -> str:
    return ngettext("%(n)s point in the last hour", "%(n)s points in the last hour", n)


def _in_day(n: int) -> str:
    return ngettext("%(n)s point in the last 24 hours", "%(n)s points in the last 24 hours", n)


def _in_week(n: int) -> str:
    return ngettext("%(n)s point in the last 7 days", "%(n)s points in the last 7 days", n)


def _in_month(n: int) -> str:
    return ngettext("%(n)s point in the last 30 days", "%(n)s points in the last 30 days", n)


def _in_all(n: int) -> str:
    return ngettext("%(n)s point in all", "%(n)s points in all", n)


def _of_hour(n: int) -> str:
    return ngettext("%(n)s of them in the last hour", "%(n)s of them in the last hour", n)


def _of_day(n: int) -> str:
    return ngettext("%(n)s of them in the last 24 hours", "%(n)s of them in the last 24 hours", n)


def _of_week(n: int) -> str:
    return ngettext("%(n)s of them in the last 7 days", "%(n)s of them in the last 7 days", n)


def _newer(n: int) -> str:
    return ngettext(
        "first published %(when)s, and its %(n)s point makes it count as %(span)s newer",
        "first published %(when)s, and its %(n)s points make it count as %(span)s newer",
        n,
    )


def _older(n: int) -> str:
    return ngettext(
        "first published %(when)s, and its %(n)s point makes it count as %(span)s older",
        "first published %(when)s, and its %(n)s points make it count as %(span)s older",
        n,
    )


def _hours(n: int) -> str:
    return ngettext("%(n)s hour", "%(n)s hours", n)


def _minutes(n: int) -> str:
    return ngettext("%(n)s minute", "%(n)s minutes", n)


BY_LIST: dict[str, Callable[[Row, int], str]] = {
    "front": front,
    "new": new,
    "trending": trending,
    "hot": hot,
    "popular": popular,
    "top": top,
}
