"""What the whole paper has corrected, newest first, a page at a time."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse

from plaudit.stories.models import Change

SIZE = 20
CURSOR = re.compile(r"(\d{1,16})-(\d{1,18})")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


class BadCursorError(ValueError):
    """No page of this list has such a token."""


@dataclass(frozen=True)
class Page:
    """`newer` and `older`: whether there are any, before the first and after the last."""

    changes: list[Change]
    newer: bool = False
    older: bool = False

    @property
    def previous_url(self) -> str:
        return f"{_url()}?before={_token(self.changes[0])}" if self.newer else ""

    @property
    def next_url(self) -> str:
        return f"{_url()}?after={_token(self.changes[-1])}" if self.older else ""


def read(after: str = "", before: str = "") -> Page:
    """The page after or before a token, or the first. Raises BadCursorError."""
    if after and before:
        raise BadCursorError("both after and before")
    if before:
        return _before(before)
    wanted = _shown().filter(_beyond(after, "lt")) if after else _shown()
    found = list(wanted[: SIZE + 1])
    page = found[:SIZE]
    return Page(page, newer=bool(after and page), older=len(found) > SIZE)


def latest(count: int) -> list[Change]:
    return list(_shown()[:count])


def _before(token: str) -> Page:
    wanted = _shown().filter(_beyond(token, "gt")).order_by("at", "pk")
    found = list(wanted[: SIZE + 1])
    if len(found) <= SIZE:
        return read()  # the first page is always read afresh
    return Page(found[:SIZE][::-1], newer=True, older=True)


def _shown() -> QuerySet[Change]:
    return Change.objects.shown().newest_first().select_related("story__section")


def _beyond(token: str, way: str) -> Q:
    found = CURSOR.fullmatch(token)
    if not found:
        raise BadCursorError(token)
    at, pk = EPOCH + int(found[1]) * MICROSECOND, int(found[2])
    return Q(**{f"at__{way}": at}) | Q(**{"at": at, f"pk__{way}": pk})


def _token(change: Change) -> str:
    return f"{(change.at - EPOCH) // MICROSECOND}-{change.pk}"


def _url() -> str:
    return reverse("corrections")
