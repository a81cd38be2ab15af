"""What of the house stands on every page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.utils.functional import cached_property

if TYPE_CHECKING:
    from plaudit.masthead.models import Menus


class Entry(NamedTuple):
    name: str
    url: str
    of: Any = None  # the page it leads to, for its language


class Standing:
    """The menus as pages show them: published pages and links, in the editors' order."""

    def __init__(self, menus: Menus | None) -> None:
        self._menus = menus

    @cached_property
    def masthead(self) -> list[Entry]:
        return self._entries(self._menus.masthead if self._menus else ())

    @cached_property
    def foot(self) -> list[Entry]:
        return self._entries(self._menus.foot if self._menus else ())

    @property
    def foot_text(self) -> str:
        return self._menus.foot_text if self._menus else ""

    def _entries(self, stream: Any) -> list[Entry]:
        return [entry for block in stream if (entry := self._entry(block)) is not None]

    def _entry(self, block: Any) -> Entry | None:
        if block.block_type == "link":
            return Entry(block.value["name"], block.value["address"])
        page = block.value  # None if it was deleted
        return Entry(page.title, page.get_absolute_url(), page) if page and page.live else None
