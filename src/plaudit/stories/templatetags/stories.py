"""How a story's parts look, wherever they stand."""

from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()

LONG_HEADLINE = 90


@register.filter
def is_long(headline: str) -> bool:
    """Whether a headline is set a size smaller, so that it does not fill the screen."""
    return len(headline) > LONG_HEADLINE


@register.filter
def lang_dir(story: Any) -> SafeString:
    """The lang and dir attributes of a story that is not in the language of the page."""
    if not story.language or story.language == get_language():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', story.language, story.direction or "ltr")


@register.filter
def is_figure(cell: str) -> bool:
    """Whether a cell of a table holds a number, which is set to the end of its column."""
    digits = cell.strip().lstrip("+-−").rstrip("%").replace(",", "").replace(".", "")
    return digits.replace("\N{NO-BREAK SPACE}", "").isdecimal()
