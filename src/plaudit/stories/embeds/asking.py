"""Asks a provider what a thing is called: oEmbed 1.0, of which only plain facts are kept."""

import json
from collections.abc import Collection
from typing import Any, NamedTuple
from urllib.parse import quote

from plaudit.fetching import Unfetched, fetch
from plaudit.stories import lines
from plaudit.stories.embeds.providers import Player

MOST_BYTES = 100_000
LONGEST = 200
LARGEST = 100_000  # pixels
RATIOS = (0.4, 4.0)  # width by height: what is beyond is an odd answer, not an odd film


class Facts(NamedTuple):
    title: str
    author: str
    ratio: float  # width by height, 0 if it did not say


def ask(player: Player, also: Collection[str] = ()) -> Facts:
    """What the provider says of it. Raises Unfetched, with why there is no answer."""
    url = f"{player.endpoint}?format=json&url={quote(player.page, safe='')}"
    answer = fetch(url, most_bytes=MOST_BYTES, accept="application/json", also=also)
    if answer.status != 200:
        raise Unfetched(f"{player.provider.name} answered {answer.status}.")
    return read(answer.body)


def read(body: bytes) -> Facts:
    """The facts in an answer; everything else in it, HTML and pictures, is left alone."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        said = None
    title = _line(said, "title")
    if not lines.is_visible(title):
        raise Unfetched("The answer has no title.")
    return Facts(title, _line(said, "author_name"), _ratio(said))


def _line(said: Any, name: str) -> str:
    text = said.get(name) if isinstance(said, dict) else None
    return lines.clean(text)[:LONGEST] if isinstance(text, str) else ""


def _ratio(said: dict[str, Any]) -> float:
    width, height = said.get("width"), said.get("height")
    if not (isinstance(width, int) and isinstance(height, int)):
        return 0.0
    if min(width, height) <= 0 or max(width, height) > LARGEST:
        return 0.0
    least, most = RATIOS
    return round(width / height, 4) if least * height <= width <= most * height else 0.0
