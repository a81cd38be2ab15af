"""How a story's parts look, wherever they stand."""

from typing import Any, NamedTuple

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_bidi

from plaudit import settings
from plaudit.settings import Settings
from plaudit.stories.embeds import learning
from plaudit.stories.embeds.providers import Player
from plaudit.stories.models import Embedded
from plaudit.stories.reading.letters import is_right_to_left

register = template.Library()

ISOLATE, ISOLATE_ENDS = "\u2068", "\u2069"
LONG_HEADLINE = 90
WIDE = 16 / 9  # of a film that did not say


@register.simple_tag
def this_site() -> Settings:
    """The site itself. The account pages bring a `site` of their own, which is another thing."""
    return settings.load()


class Known(NamedTuple):
    """What a page knows of something embedded. `height` or `ratio` says how large its player is."""

    player: Player
    title: str
    author: str
    ratio: str
    height: int


@register.simple_tag
def embedded(url: str | None) -> Known | None:
    """What is known of an address whose player a reader may open; None for any other."""
    player = learning.player(url)
    if player is None:
        return None
    told = Embedded.objects.filter(page=player.page).first() or Embedded(page=player.page)
    ratio = f"{told.ratio or WIDE:.4f}"
    return Known(player, told.title, told.author, ratio, player.provider.height)


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
