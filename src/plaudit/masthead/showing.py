"""What the page of a page knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from plaudit import settings
from plaudit.stories.pages import wanted

if TYPE_CHECKING:
    from plaudit.masthead.models import Page

TEMPLATE = "masthead/page.html"


def context(page: Page, *, is_preview: bool = False) -> dict[str, Any]:
    return {
        "page": page,
        "is_preview": is_preview,
        "block_stylesheets": wanted(page, "stylesheet"),
        "block_scripts": wanted(page, "script"),
        "canonical_url": settings.load().url + page.get_absolute_url(),
    }
