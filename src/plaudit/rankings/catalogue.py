"""The lists there are: what each is called, ordered by, and how it is told to a reader."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from plaudit.rankings import formulas


class List(NamedTuple):
    """One list. `column` is the figure of `models.Figures` it is ordered by, highest first."""

    key: str
    name: str | Promise
    sentence: str | Promise
    formula: str | Promise
    column: str

    @property
    def is_window(self) -> bool:
        return self.key in formulas.SLOTS

    @property
    def least(self) -> int | None:
        """The least figure a story needs to be in the list at all, before the site's policy."""
        return None if self.key in ("front", "new") else 1


FRONT = List(
    "front",
    _("Front page"),
    _("Newest first, and every doubling of its points makes a story count as three hours newer."),
    _("time first published + 3 h × log2(1 + points); below zero: − 3 h × log2(1 + |points|)"),
    "freshness",
)
NEW = List(
    "new",
    pgettext_lazy("list", "New"),
    _("The story published last stands first."),
    _("time first published"),
    "published_at",
)
TRENDING = List(
    "trending",
    _("Trending"),
    _("The stories that gained the most points in the last 24 hours."),
    _("points now − points 24 hours ago, in steps of ten minutes"),
    "trending",
)
HOT = List(
    "hot",
    _("Hot"),
    _("The stories that gained the most points in the last 7 days."),
    _("points now − points 7 days ago, in steps of ten minutes"),
    "hot",
)
POPULAR = List(
    "popular",
    _("Popular"),
    _("The stories that gained the most points in the last 30 days."),
    _("points now − points 30 days ago, in steps of ten minutes"),
    "popular",
)
TOP = List(
    "top",
    _("Top"),
    _("The stories with the most points of all time."),
    _("points up − points down + points carried over from a former site"),
    "top",
)
LISTS = {found.key: found for found in (FRONT, NEW, TRENDING, HOT, POPULAR, TOP)}
MENU = (NEW, TRENDING, HOT, POPULAR, TOP)  # what stands below the front page
WINDOWS = (TRENDING, HOT, POPULAR)
