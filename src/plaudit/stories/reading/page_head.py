"""What the head of an HTML page says about the story: title, description, language."""

import re
from html.parser import HTMLParser
from typing import NamedTuple

from plaudit.stories.reading.draft import LONGEST_DEK
from plaudit.stories.reading.letters import on_one_line

LARGEST = 200_000
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8}){0,2}")


class Head(NamedTuple):
    headline: str
    description: str
    language: str


def read(text: str) -> Head:
    """Read the head; a page without one has empty words for everything."""
    reader = _Reader()
    reader.feed(text[:LARGEST])
    named = reader.named
    title = named.get("og:title") or reader.title.partition(" | ")[0]
    description = on_one_line(named.get("description") or named.get("og:description") or "")
    return Head(
        on_one_line(title), description if len(description) <= LONGEST_DEK else "", reader.language
    )


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.language = ""
        self.named: dict[str, str] = {}
        self._is_in_title = False
        self._is_in_body = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            language = values.get("lang", "")
            self.language = language if _LANGUAGE.fullmatch(language) else ""
        elif tag == "body":
            self._is_in_body = True
        elif tag == "meta" and not self._is_in_body:
            name = values.get("property") or values.get("name") or ""
            self.named.setdefault(name.lower(), values.get("content", ""))
        self._is_in_title = tag == "title" and not self.title and not self._is_in_body

    def handle_endtag(self, tag: str) -> None:
        self._is_in_title = False

    def handle_data(self, data: str) -> None:
        if self._is_in_title:
            self.title += data
