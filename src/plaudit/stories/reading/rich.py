"""Text with links, bold, italics and raised figures: runs, and the only HTML ever written.

HTML from outside is never passed on: it is taken apart into runs, and what is stored is built
anew from them, so nothing but `<p>`, `<a href>`, `<b>`, `<i>` and `<sup>` can come out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from itertools import groupby
from urllib.parse import quote, urlsplit

from plaudit.stories.reading.letters import BREAK, on_one_line

MARKS = ("b", "i", "sup")  # from the outside in


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the same marks; a text of BREAK alone ends a line."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph before anybody knows what part it plays. Make it with `passage()`."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def inline(self) -> str:
        return "".join(_linked(href, list(runs)) for href, runs in groupby(self.runs, _href))

    @property
    def html(self) -> str:
        return f"<p>{self.inline}</p>"

    @property
    def links(self) -> list[str]:
        return list(dict.fromkeys(run.href for run in self.runs if run.href))


def passage(runs: Iterable[Run]) -> Passage:
    """The runs as one line: whitespace evened out across them, harmful characters gone."""
    tidy: list[Run] = []
    wants_space = False
    for run in runs:
        text = on_one_line(run.text)
        if not text:
            wants_space = wants_space or run.text != ""
            continue
        if tidy and (wants_space or run.text[0].isspace()):
            text = f" {text}"
        wants_space = run.text[-1].isspace()
        if tidy and (tidy[-1].marks, tidy[-1].href) == (run.marks, run.href):
            text = tidy.pop().text + text
        tidy.append(Run(text, run.marks, run.href))
    return Passage(tuple(tidy))


def passages(runs: Iterable[Run]) -> list[Passage]:
    """The runs cut at their breaks, without empty lines."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        else:
            lines[-1].append(run)
    return [line for line in map(passage, lines) if line.runs]


def plain(text: str) -> Passage:
    """A passage without any marks."""
    return passage([Run(text)])


def safe_href(url: str) -> str:
    """The address if it is a whole http, https or mailto one, else nothing."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    is_mail = parts.scheme == "mailto" and "@" in parts.path
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~") if is_web or is_mail else ""


def _href(run: Run) -> str:
    return run.href


def _linked(href: str, runs: list[Run]) -> str:
    inner = "".join(_marked(run) for run in runs)
    if not href:
        return inner
    # The space in front of a link is no part of it.
    lead = " " if inner.startswith(" ") else ""
    return f'{lead}<a href="{escape(href)}">{inner.removeprefix(lead)}</a>'


def _marked(run: Run) -> str:
    lead = " " if run.text.startswith(" ") else ""
    html = escape(run.text.removeprefix(" "), quote=False)
    for mark in reversed(MARKS):
        if mark in run.marks:
            html = f"<{mark}>{html}</{mark}>"
    return lead + html
