"""Markdown's inline tokens into runs."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from plaudit.stories.reading.footnotes import Footnotes
from plaudit.stories.reading.letters import BREAK
from plaudit.stories.reading.rich import Run, safe_href

_MARKS = {"em": "i", "strong": "b"}
_REFERENCE = re.compile(r"\[\^([^\]\s]{1,40})\]")


def runs_of(tokens: list[Token], notes: Footnotes, dropped: list[str]) -> list[Run]:
    """The runs; images are dropped and said so, references to footnotes become figures."""
    runs: list[Run] = []
    marks: list[str] = []
    href = ""
    for token in tokens:
        kind, _, way = token.type.rpartition("_")
        if kind in _MARKS and way == "open":
            marks.append(_MARKS[kind])
        elif kind in _MARKS and way == "close":
            marks.remove(_MARKS[kind])
        elif kind == "link":
            href = safe_href(str(token.attrGet("href") or "")) if way == "open" else ""
        elif token.type == "image":
            dropped.append(_image(token))
        elif token.type == "hardbreak":
            runs.append(Run(BREAK))
        else:
            text = " " if token.type == "softbreak" else token.content.replace("\n", " ")
            runs += _with_references(text, frozenset(marks), href, notes)
    return runs


def _with_references(
    text: str, marks: frozenset[str], href: str, notes: Footnotes
) -> Iterator[Run]:
    parts = _REFERENCE.split(text)
    for place, part in enumerate(parts):
        if place % 2 == 0:
            yield Run(part, marks, href)
        elif number := notes.number(part):
            yield Run(str(number), marks | {"sup"})
        else:
            yield Run(f"[^{part}]", marks, href)


def _image(token: Token) -> str:
    source = str(token.attrGet("src") or "")[:200]
    return f"image “{token.content}” ({source})" if token.content else f"image ({source})"
