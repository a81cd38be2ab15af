"""HTML into a manuscript: sanitised first, then taken apart into passages and blocks."""

import re

import nh3
from bs4 import BeautifulSoup
from bs4.element import Tag

from plaudit.stories.reading import page_head
from plaudit.stories.reading.draft import Details, Unreadable
from plaudit.stories.reading.elements import Taking
from plaudit.stories.reading.letters import on_one_line
from plaudit.stories.reading.manuscript import Manuscript

DEEPEST = 200
MOST_TAGS = 100_000  # and as many characters written as &amp;

_INLINE = {"a", "b", "strong", "i", "em", "cite", "sup", "br", "span", "q", "code", "time", "u"}
_BLOCKS = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "article", "main", "header",
    "footer", "aside", "nav", "blockquote", "figure", "figcaption", "img", "picture", "ul", "ol",
    "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "hr",
    "pre", "iframe", "form", "button", "label", "select", "option", "textarea", "video", "audio",
    "details", "summary", "address", "center", "noscript", "dialog",
}  # fmt: skip
_EVERYWHERE = {"class", "hidden", "itemprop", "role", "aria-hidden"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "iframe": {"src", "title"},
    "img": {"src", "alt"},
    "video": {"src"},
    "audio": {"src"},
}
_SANITISER = nh3.Cleaner(
    tags=_INLINE | _BLOCKS,
    clean_content_tags={"script", "style", "template", "svg", "math", "object", "embed", "title"},
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
    strip_comments=True,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)", re.IGNORECASE)
# Those that are empty, and those that need no end.
_NEVER_CLOSED = {
    "br", "img", "hr", "input", "meta", "link", "source", "wbr", "area", "base", "col", "track",
    "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "option", "path", "embed",
}  # fmt: skip


def manuscript(text: str) -> Manuscript:
    if text.count("<") > MOST_TAGS or text.count("&amp;") > MOST_TAGS:
        raise Unreadable(f"has more than {MOST_TAGS:,} tags. Keep only the story itself.")
    _refuse_deep(text)
    head = page_head.read(text)
    clean = _SANITISER.clean(text).replace("&nbsp;", "\u00a0")
    _refuse_deep(clean)
    soup = BeautifulSoup(f"\n{clean}", "html.parser")  # one line may look like a file's name to it
    story = _story_in(soup)
    headline = "" if story.find("h1") else _headline_outside(soup)
    taking = Taking(story)
    found = taking.found
    found.dropped = _around(soup, story) + found.dropped
    found.headline = taking.headline or headline or head.headline
    found.dek = taking.dek or _useful(head.description, found)
    found.details = Details(language=head.language)
    return found


def _story_in(soup: BeautifulSoup) -> Tag:
    """The element with the story: the longest article, else main, else all."""
    candidates = soup.find_all("article") or soup.find_all("main")
    return max(candidates, key=lambda tag: len(tag.get_text()), default=soup)


def _around(soup: BeautifulSoup, story: Tag) -> list[str]:
    """What the page says outside of the story."""
    if story is soup:
        return []
    inside = {id(story)} | {id(parent) for parent in story.parents}
    pieces = [
        on_one_line(child.get_text(" ") if isinstance(child, Tag) else str(child))
        for parent in story.parents
        for child in parent.children
        if id(child) not in inside
    ]
    return [f"outside the story: {piece}" for piece in pieces if piece]


def _useful(description: str, found: Manuscript) -> str:
    """A page's description as the dek, unless it only repeats how the text begins."""
    start = on_one_line(description)[:40].rstrip("… .")
    body = on_one_line(" ".join(_texts(found)[:3]))
    return "" if not start or start in body else description


def _texts(found: Manuscript) -> list[str]:
    return [piece.text for piece in found.pieces if not isinstance(piece, tuple)]


def _headline_outside(soup: BeautifulSoup) -> str:
    heading = soup.find("h1")
    return on_one_line(heading.extract().get_text(" ")) if heading else ""


def _refuse_deep(html: str) -> None:
    """Parsers take a very long time over elements in elements in elements."""
    depth = 0
    for closing, name in _TAG.findall(html):
        if name.lower() not in _NEVER_CLOSED:
            depth = max(0, depth - 1) if closing else depth + 1
            if depth > DEEPEST:
                raise Unreadable(f"nests more than {DEEPEST} tags. Keep only the story itself.")
