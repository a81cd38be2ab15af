"""How a story's parts look, wherever they stand."""

import re
from typing import Any, NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi

from plaudit import settings
from plaudit.settings import Settings
from plaudit.stories.reading.letters import is_right_to_left

register = template.Library()

ISOLATE, ISOLATE_ENDS = "\u2068", "\u2069"
LONG_HEADLINE = 90
NUMBER = re.compile(r"[+\-−]?\d[\d.,\s]*\s?%?")


@register.simple_tag
def this_site() -> Settings:
    """The site itself. The account pages bring a `site` of their own, which is another thing."""
    return settings.load()


@register.filter
def is_long(headline: str) -> bool:
    """Whether a headline is set a size smaller, so that it does not fill the screen."""
    return len(headline) > LONG_HEADLINE


@register.filter
def lang_dir(story: Any) -> SafeString:
    """The lang and dir attributes of a story that is not in the language of the page."""
    if story.lang == get_language():
        return SafeString()
    return format_html(' lang="{}" dir="{}"', story.lang, story.direction)


@register.filter
def isolated(text: Any) -> str:
    """A headline or name in a sentence that runs the other way, kept from mixing with it."""
    words = str(text)
    if is_right_to_left(words) == get_language_bidi():
        return words
    return f"{ISOLATE}{words}{ISOLATE_ENDS}"


class Grid(NamedTuple):
    """A table's cells, each with whether it stands in a column of numbers."""

    header: list[tuple[str, bool]]
    body: list[list[tuple[str, bool]]]


@register.filter
def aligned(table: Any) -> Grid:
    """A table with its columns of numbers marked, which are set to the end."""
    columns = zip(*table.body, strict=True)
    are_numbers = [_holds_numbers(column) for column in columns] or [False] * len(table.header)
    return Grid(
        header=list(zip(table.header, are_numbers, strict=True)),
        body=[list(zip(row, are_numbers, strict=True)) for row in table.body],
    )


def _holds_numbers(cells: tuple[str, ...]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and all(NUMBER.fullmatch(cell) for cell in filled)
