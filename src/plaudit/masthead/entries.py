"""What a menu is made of: pages of the house, and links."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from plaudit import settings

_elsewhere = URLValidator(schemes=["https"])


def check_link(address: str) -> None:
    """Raise ValidationError unless it is a path of this site or begins with https://."""
    own = address.removeprefix(settings.load().url)
    if any(character <= " " or character == "\\" for character in address):
        raise ValidationError(WRONG)
    if own.startswith("/") and not own.startswith("//"):
        return
    try:
        _elsewhere(address)
    except ValidationError:
        raise ValidationError(WRONG) from None


WRONG = _("Write a path of this site, such as /corrections, or an address with https://.")


class MenuLink(blocks.StructBlock):
    name = blocks.CharBlock(label=_("Name"), max_length=60)
    address = blocks.CharBlock(
        label=_("Address"),
        max_length=500,
        validators=[check_link],
        help_text=_("A path of this site, such as /corrections, or an address with https://."),
    )

    class Meta:
        icon = "link"
        label = _("Link")


ENTRIES = [
    ("page", SnippetChooserBlock("masthead.Page", label=_("Page"), icon="doc-empty")),
    ("link", MenuLink()),
]
