"""The lines between --- at the top of a Markdown file: keys and values, the simple part of YAML."""

import csv
import re
from typing import NamedTuple

from plaudit.stories.reading.draft import Details
from plaudit.stories.reading.letters import on_one_line

_KEY = re.compile(r"([A-Za-z][\w -]{0,40}):(?:\s+(.*))?$")
_ITEM = re.compile(r"\s*-\s+(.+)$")

NAMES = {
    "headline": "headline", "title": "headline", "dek": "dek", "description": "dek",
    "subtitle": "dek", "standfirst": "dek", "summary": "dek", "credit": "credit",
    "image_credit": "credit", "section": "section", "category": "section", "kind": "kind",
    "language": "language", "lang": "language", "slug": "slug", "author": "authors",
    "authors": "authors", "by": "authors", "tag": "tags", "tags": "tags", "keywords": "tags",
    "source": "sources", "sources": "sources",
}  # fmt: skip


class FrontMatter(NamedTuple):
    values: dict[str, list[str]]
    unknown: list[str]
    text: str  # what follows

    def first(self, name: str) -> str:
        return ", ".join(self.values.get(name, []))

    @property
    def details(self) -> Details:
        return Details(
            slug=self.first("slug"),
            section=self.first("section"),
            kind=self.first("kind").lower(),
            language=self.first("language"),
            authors=tuple(self.values.get("authors", [])),
            tags=tuple(self.values.get("tags", [])),
            sources=tuple(self.values.get("sources", [])),
        )


def split(text: str) -> FrontMatter:
    """The front matter and the text after it; nothing is front matter that is not all keys."""
    lines = text.lstrip("\n").split("\n")
    ends = [place for place, line in enumerate(lines[1:200], 1) if line.rstrip() in ("---", "...")]
    if lines[0].rstrip() != "---" or not ends:
        return FrontMatter({}, [], text)
    values: dict[str, list[str]] = {}
    unknown: list[str] = []
    key = ""
    for line in lines[1 : ends[0]]:
        found, item = _KEY.match(line), _ITEM.match(line)
        if item and key:
            values[key] += _values(item.group(1), is_list=False)
        elif found:
            name = found.group(1).strip().lower().replace(" ", "_").replace("-", "_")
            key = NAMES.get(name, line)
            values[key] = _values(found.group(2) or "", is_list=key in ("authors", "tags"))
            unknown += [] if name in NAMES else [line.strip()]
        elif line.strip() and not line.lstrip().startswith("#"):
            return FrontMatter({}, [], text)
    return FrontMatter(values, unknown, "\n".join(lines[ends[0] + 1 :]))


def _values(value: str, *, is_list: bool) -> list[str]:
    value = on_one_line(value)
    if value[:1] + value[-1:] == "[]":
        value, is_list = value[1:-1], True
    parts = next(csv.reader([value], skipinitialspace=True), []) if is_list else [value]
    return [unquoted for part in parts if (unquoted := _unquoted(part.strip()))]


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].replace(f"\\{value[0]}", value[0]).strip()
    return value
