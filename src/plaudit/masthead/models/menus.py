from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.models import PreviewableMixin, RevisionMixin

from plaudit.masthead import specimen
from plaudit.masthead.entries import ENTRIES
from plaudit.masthead.standing import Standing
from plaudit.stories.models.everywhere import ShownEverywhere


class Menus(RevisionMixin, PreviewableMixin, ShownEverywhere):
    """What every page leads to, in the masthead and at its foot, and the words there. One row."""

    masthead = StreamField(
        ENTRIES,
        verbose_name=_("in the masthead"),
        blank=True,
        help_text=_("At the top of every page, in this order. A page shows once it is published."),
    )
    foot = StreamField(
        ENTRIES,
        verbose_name=_("at the foot"),
        blank=True,
        help_text=_("Before what stands there always: how points and lists work, corrections."),
    )
    foot_text = RichTextField(
        _("words at the foot"),
        blank=True,
        features=["bold", "italic", "link"],
        help_text=_("Such as who publishes this site. At the foot of every page."),
    )

    class Meta:
        verbose_name = _("menus and foot")
        verbose_name_plural = _("menus and foot")

    def __str__(self) -> str:
        return str(_("Menus and foot"))

    @classmethod
    def standing(cls) -> Standing:
        """The menus as they are saved, or empty ones."""
        return Standing(cls._default_manager.first())

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return specimen.TEMPLATE

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        base = super().get_preview_context(request, mode_name)
        return base | specimen.context() | {"menus": Standing(self)}
