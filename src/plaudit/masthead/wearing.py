"""The look as pages wear it."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from plaudit.masthead import sheet

if TYPE_CHECKING:
    from plaudit.masthead.models import Look
    from plaudit.stories.models import Photo


class Wearing:
    """`is_tried_on`: in the newsroom's preview, whose rules stand in the page itself.

    Elsewhere no page may hold any: the content security policy allows a stylesheet only.
    """

    def __init__(self, look: Look | None, *, is_tried_on: bool = False) -> None:
        self._look = look
        self._is_tried_on = is_tried_on

    @property
    def logo(self) -> Photo | None:
        return self._look.logo if self._look else None

    @property
    def logo_dark(self) -> Photo | None:
        """None where the logo stands on dark pages as well."""
        return self._look.logo_dark if self._look and self._look.logo else None

    @cached_property
    def css(self) -> str:
        return self._look.css if self._look else ""

    def is_version(self, version: str) -> bool:
        """Whether this is the stylesheet's version now."""
        return version == sheet.version(self.css)

    @property
    def url(self) -> str:
        """Of the stylesheet; empty where there is none."""
        if not self.css or self._is_tried_on:
            return ""
        return reverse("look", args=[sheet.version(self.css)])

    @property
    def rules(self) -> SafeString:
        """Made of known colours and faces alone, so nothing in them ends the element."""
        return SafeString(self.css if self._is_tried_on else "")

    @property
    def permission(self) -> str:
        """What the content security policy has to say for these rules, and no others, to hold."""
        digest = hashlib.sha256(self.rules.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"
