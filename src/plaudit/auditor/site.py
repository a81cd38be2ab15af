"""What the site shows right now: live figures, stories as data, and the pages that people read."""

import html
import json
import re
from collections.abc import Sequence
from html.parser import HTMLParser
from random import SystemRandom
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

from plaudit.auditor.sources import Source
from plaudit.recount.points import Points
from plaudit.tlog.refused import Malformed

BATCH = 100  # ids that /points.json takes at once
MOST_JSON = 1_000_000
MOST_PAGE = 8_000_000
BARS = {"point-bar", "poll-option"}  # what on a page holds the figure of the subject that it names
MOST_PARTS = 3  # of the site map, to draw stories from
_LOCATION = re.compile(r"<loc>\s*([^<\s]+)\s*</loc>")
_STORY = re.compile(r"/stories/[^/?#]+")


class Shown(NamedTuple):
    """The figures of one subject, and how many ballots in them are not in the log yet."""

    figures: dict[str, int]
    unsealed: int


class Story(NamedTuple):
    about: str
    path: str
    shown: Shown
    items: dict[str, Shown]  # what else on its page has points


def live(source: Source, abouts: Sequence[str]) -> dict[str, Shown]:
    """The live figures of at most BATCH subjects. Raises Malformed, Missing, Unreachable."""
    path = f"points.json?about={','.join(abouts)}"
    found = _json(source, path)
    return {about: _shown(_field(found, about, dict, path), path) for about in abouts}


def story(source: Source, path: str) -> Story:
    found = _json(source, f"{path}.json")
    points = _field(found, "points", dict, path)
    # Beside the points or among them: both are ways of saying it.
    merged = {"unsealed": found.get("unsealed", 0), **points}
    return Story(_field(found, "id", str, path), path, _shown(merged, path), _items(found, path))


def page_figures(source: Source, path: str) -> dict[str, set[int | None]]:
    """What a story's page says in its point bars, by subject; None where it hides the figure."""
    bars = _Bars()
    bars.feed(source.read(path, MOST_PAGE).decode(errors="replace"))
    bars.close()
    return bars.figures


def _items(found: dict[str, Any], path: str) -> dict[str, Shown]:
    items = found.get("items", [])
    if not isinstance(items, list) or not all(isinstance(one, dict) for one in items):
        raise Malformed(f"{path} has items that are none.")
    return {
        _field(one, "id", str, path): _shown(
            {"unsealed": one.get("unsealed", 0), **_field(one, "points", dict, path)}, path
        )
        for one in items
    }


def some_stories(source: Source, many: int) -> list[str]:
    """The paths of so many published stories, drawn at random from the site map."""
    draw = SystemRandom()
    parts = _locations(source, "sitemap.xml")
    paths: set[str] = set()
    for part in draw.sample(parts, min(len(parts), MOST_PARTS)):
        paths |= {path for path in _locations(source, part) if _STORY.fullmatch(f"/{path}")}
    return draw.sample(sorted(paths), min(len(paths), many))


def _locations(source: Source, path: str) -> list[str]:
    text = source.read(path, MOST_PAGE).decode(errors="replace")
    return [_path(html.unescape(address)) for address in _LOCATION.findall(text)]


def _path(address: str) -> str:
    """The part below the site's root: the site map names the site's own address, and we ask at
    the one that we were given."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise Malformed(f"The site map has no address: {address[:80]!r}.") from None
    path = quote(parts.path.lstrip("/"), safe="/%~!$&'()*+,;=:@-._")
    return f"{path}?{quote(parts.query, safe='=&%')}" if parts.query else path


class _Bars(HTMLParser):
    """Finds `<data class="points" value="583">` in the point bars of each subject."""

    def __init__(self) -> None:
        super().__init__()
        self.figures: dict[str, set[int | None]] = {}
        self._about = ""  # of the bar that it is in

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in BARS:
            self._about = said.get("about") or ""
        elif self._about and tag == "data" and "points" in (said.get("class") or "").split():
            value = said.get("value") or ""
            if value and not re.fullmatch(r"-?[0-9]{1,18}", value, re.ASCII):
                raise Malformed(f"The page's figure is no number: {value[:40]!r}.")
            self.figures.setdefault(self._about, set()).add(int(value) if value else None)

    def handle_endtag(self, tag: str) -> None:
        if tag in BARS:
            self._about = ""


def _json(source: Source, path: str) -> dict[str, Any]:
    try:
        found = json.loads(source.read(path, MOST_JSON))
    except (ValueError, RecursionError):
        raise Malformed(f"{path} is no JSON.") from None
    if not isinstance(found, dict):
        raise Malformed(f"{path} is no JSON object.")
    return found


def _field(found: dict[str, Any], name: str, kind: type, path: str) -> Any:
    value = found.get(name)
    if not isinstance(value, kind):
        raise Malformed(f"{path} does not say {name}.")
    return value


def _shown(points: dict[str, Any], path: str) -> Shown:
    names = ("total", *Points.__slots__)
    figures = {name: points[name] for name in names if name in points}
    unsealed = points.get("unsealed", 0)
    if "total" not in figures or any(type(one) is not int for one in [*figures.values(), unsealed]):
        raise Malformed(f"{path} has points that are no whole numbers.")
    return Shown(figures, max(unsealed, 0))
