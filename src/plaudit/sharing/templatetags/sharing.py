"""How passing a story on looks."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import ngettext

register = template.Library()


@register.filter
def shares_phrase(number: int) -> str:
    """The number and its noun: "1 share", "52 shares"."""
    shown = number_format(number, decimal_pos=0, force_grouping=True)
    return ngettext("%(figure)s share", "%(figure)s shares", number) % {"figure": shown}
