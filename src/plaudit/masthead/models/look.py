from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.models import PreviewableMixin, RevisionMixin

from plaudit.masthead import contrast, sheet, specimen, themes
from plaudit.masthead.faces import Face
from plaudit.masthead.themes import DARK, LIGHT
from plaudit.masthead.wearing import Wearing
from plaudit.stories.models import Photo
from plaudit.stories.models.everywhere import ShownEverywhere

a_colour = RegexValidator(
    "^" + sheet.COLOUR.pattern + r"\Z", _("Write a colour as # and six figures, such as #a1211b.")
)


class Look(RevisionMixin, PreviewableMixin, ShownEverywhere):
    """The site's logo, its accent and its faces. One row."""

    logo = models.ForeignKey(
        Photo,
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_(
            "In place of the name at the top of every page; to those who cannot see it, it is "
            "called by the name. It stands on dark pages as well, unless they have their own."
        ),
    )
    logo_dark = models.ForeignKey(
        Photo,
        verbose_name=_("logo on dark pages"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("For readers whose device is set to dark, if the other cannot be seen there."),
    )
    accent = models.CharField(
        _("accent on light pages"),
        max_length=7,
        default=LIGHT.accent,
        validators=[a_colour],
        help_text=_("Of links, marks and buttons. It has to be readable on the page (WCAG AA)."),
    )
    accent_dark = models.CharField(
        _("accent on dark pages"), max_length=7, default=DARK.accent, validators=[a_colour]
    )
    headlines = models.CharField(
        _("face of headlines"), max_length=8, choices=Face.choices, default=Face.BOOK
    )
    text = models.CharField(
        _("face of the text"),
        max_length=8,
        choices=Face.choices,
        default=Face.BOOK,
        help_text=_("Each is one that readers have already: nothing is fetched for it."),
    )

    class Meta:
        verbose_name = _("appearance")
        verbose_name_plural = _("appearance")

    def __str__(self) -> str:
        return str(_("Appearance"))

    @classmethod
    def worn(cls) -> Wearing:
        """The look as it is saved, or the house's own."""
        return Wearing(cls._default_manager.select_related("logo", "logo_dark").first())

    @property
    def css(self) -> str:
        return sheet.made_of(self.accent, self.accent_dark, self.headlines, self.text)

    def clean_fields(self, exclude: Any = None) -> None:
        """Colours are kept in small letters."""
        self.accent, self.accent_dark = self.accent.lower(), self.accent_dark.lower()
        super().clean_fields(exclude=exclude)

    def clean(self) -> None:
        """Refuse a colour that cannot be read, naming the nearest that can; and half a logo."""
        super().clean()
        wrong = {}
        for name, theme in (("accent", LIGHT), ("accent_dark", DARK)):
            colour = getattr(self, name)
            if sheet.COLOUR.fullmatch(colour) and not themes.is_readable(colour, theme):
                wrong[name] = _too_faint(colour, theme)
        if self.logo_dark and not self.logo:
            wrong["logo_dark"] = str(_("Choose the logo itself, too: light pages would have none."))
        if wrong:
            raise ValidationError(wrong)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        response: HttpResponse = super().serve_preview(request, mode_name)
        permission = Wearing(self, is_tried_on=True).permission
        # The attribute that django-csp reads to add to the policy of one answer.
        response._csp_update = {"style-src": [permission]}  # type: ignore[attr-defined]  # noqa: SLF001
        return response

    def get_preview_template(self, _request: HttpRequest, _mode_name: str) -> str:
        return specimen.TEMPLATE

    def get_preview_context(self, request: HttpRequest, mode_name: str) -> dict[str, Any]:
        base = super().get_preview_context(request, mode_name)
        return base | specimen.context() | {"look": Wearing(self, is_tried_on=True)}


def _too_faint(colour: str, theme: themes.Theme) -> str:
    sentence = _(
        "%(colour)s cannot be read here: its contrast is %(ratio)s, and %(least)s is needed. The "
        "nearest colour that can be read is %(nearest)s."
    )
    return str(sentence) % {
        "colour": colour,
        "ratio": number_format(contrast.least(colour, theme.beside), 2),
        "least": number_format(contrast.LEAST, 1),
        "nearest": contrast.nearest(colour, theme.beside),
    }
