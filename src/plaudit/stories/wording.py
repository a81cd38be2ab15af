"""A version as passages of plain text, in the order in which they are read."""

from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any, NamedTuple

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from plaudit.stories.blocks.personality_quizzes import Letter, sign
from plaudit.stories.source_block import SourceBlock

# In which order the parts of a block are told; a database need not keep the one they were given in.
FIRST = [
    "letter", "title", "text", "speaker", "role", "to_whom", "image", "caption", "rows", "items",
    "link",
]  # fmt: skip
NOT_WORDS = (blocks.ChoiceBlock, blocks.BooleanBlock, SourceBlock)
ENDS_A_LINE = {"p", "li", "br", "div", "h2", "h3", "h4", "ul", "ol"}


class Passage(NamedTuple):
    """`part` is what it is: `headline`, `dek`, `authors`, `section`, `image`, `source`, or a
    block's name."""

    part: str
    text: str


def head(content: dict[str, Any]) -> list[Passage]:
    """What stands above the body; always the same parts, of which some may be empty."""
    authors = ", ".join(author["name"] for author in content["authors"])
    return [
        Passage("headline", content["headline"]),
        Passage("dek", content["dek"]),
        Passage("section", content["section"]["name"]),
        Passage("authors", authors),
        Passage("image", _photo(content["photos"].get("image"))),
    ]


def body(content: dict[str, Any], stream: blocks.StreamBlock) -> list[Passage]:
    """A passage for each block that says anything, and for each source.

    `stream` tells what the blocks are made of.
    """
    told = Telling(content["photos"])
    found = [
        Passage(str(item["type"]), told.of(stream, [item])) for item in content["body"] if item
    ]
    found += [Passage("source", _source(said)) for said in content.get("sources", [])]
    return [passage for passage in found if passage.text]


class Telling:
    """Makes text of the values of blocks, by what the blocks are made of today.

    What has no block of its kind any more is told as it was kept.
    """

    def __init__(self, photos: dict[str, dict[str, Any]]) -> None:
        self._photos = photos

    def of(self, block: Any, value: Any) -> str:
        lines = (line.strip() for line in self._lines(block, value, ""))
        return "\n".join(line for line in lines if line)

    def _lines(self, block: Any, value: Any, path: str) -> Iterator[str]:
        if isinstance(value, list):
            for item in value:
                yield from self._item(block, item, path)
        elif isinstance(value, dict):
            for key in sorted(value, key=_place):
                yield from self._lines(_child(block, key), value[key], _join(path, key))
        elif isinstance(block, Letter):
            yield sign(value)
        elif value is not None and not isinstance(block, NOT_WORDS):
            yield from self._text(block, value, path).splitlines()

    def _text(self, block: Any, value: Any, path: str) -> str:
        if isinstance(block, ImageChooserBlock):
            return _photo(self._photos.get(path))
        if isinstance(block, blocks.ChooserBlock):
            return str(block.to_python(value) or "")
        return text_of(value) if isinstance(block, blocks.RichTextBlock) else str(value)

    def _item(self, block: Any, item: Any, path: str) -> Iterator[str]:
        """One of a list or stream: its value, under its own id."""
        if isinstance(item, dict) and "value" in item:
            child = _child(block, item.get("type", ""))
            yield from self._lines(child, item["value"], _join(path, str(item.get("id", ""))))
        else:
            yield from self._lines(_child(block, "item"), item, path)


class _Text(HTMLParser):
    """Words, and where the links among them lead: a link that changes is a change."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")
        elif tag == "br":
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._links:
            link = self._links.pop()
            self.parts.append(f" [{link}]" if link else "")
        elif tag in ENDS_A_LINE:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def text_of(html: str) -> str:
    """The words of a rich text, a line a paragraph."""
    reader = _Text()
    reader.feed(html)
    reader.close()
    return "".join(reader.parts)


def _photo(said: dict[str, Any] | None) -> str:
    if said is None:
        return ""
    credit = ", ".join(part for part in (said["credit"], said["licence"]) if part)
    return " – ".join(part for part in (said["alt"], said["caption"], credit) if part)


def _source(said: dict[str, Any]) -> str:
    name = ", ".join(part for part in (said["title"], said["publisher"]) if part)
    return "\n".join(part for part in (name, said["link"], said["archive_link"]) if part)


def _child(block: Any, name: str) -> Any:
    if isinstance(block, blocks.ListBlock):
        return block.child_block
    return getattr(block, "child_blocks", {}).get(name)


def _place(key: str) -> tuple[int, str]:
    return (FIRST.index(key) if key in FIRST else len(FIRST), key)


def _join(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
