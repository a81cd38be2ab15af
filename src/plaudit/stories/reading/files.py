"""The front door: a file's bytes and its name in, a Draft out."""

import re
from collections.abc import Callable
from pathlib import PurePath

from plaudit.stories.reading import hypertext, markdown, plaintext
from plaudit.stories.reading.arranging import arrange
from plaudit.stories.reading.decoding import decode
from plaudit.stories.reading.draft import Draft, Unreadable
from plaudit.stories.reading.letters import is_visible
from plaudit.stories.reading.manuscript import Manuscript

MOST_LINES = 150_000  # 5 MB of wrapped text have half of that

Reader = Callable[[str], Manuscript]

READERS: dict[str, Reader] = {
    ".txt": plaintext.manuscript,
    ".text": plaintext.manuscript,
    ".md": markdown.manuscript,
    ".markdown": markdown.manuscript,
    ".html": hypertext.manuscript,
    ".htm": hypertext.manuscript,
    ".xhtml": hypertext.manuscript,
}

_HTML = re.compile(
    r"\s*(?:<!--(?:(?!-->).)*-->\s*)*"
    r"<(!doctype html|html|head|body|article|main|section|div|h1|p)\b[^<>]*>",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(
    r"\A\s*(?:---[ \t]*\n[\w -]+:|# \S)|^(?:#{1,4} \S|> \S|\[\^?\w+\]: )", re.MULTILINE
)


def read(data: bytes, name: str) -> Draft:
    """Read a story; the ending of the name says how, otherwise its look does.

    Raises Unreadable with one sentence that names the file.
    """
    label = "Standard input" if name in ("", "-") else PurePath(name).name or name
    try:
        text, notes = decode(data)
        if not is_visible(text):
            raise Unreadable("is empty. A story needs a headline and at least one paragraph.")
        if text.count("\n") > MOST_LINES:
            raise Unreadable(f"has more than {MOST_LINES:,} lines. Split it into several stories.")
        draft = arrange(reader_for(name, text)(text), notes)
    except Unreadable as error:
        raise Unreadable(f"{label} {error}") from None
    return draft


def reader_for(name: str, text: str) -> Reader:
    """How a file is to be read: by its ending, or by how it begins."""
    known = READERS.get(PurePath(name).suffix.lower())
    if known:
        return known
    if _HTML.match(text[:4096]):
        return hypertext.manuscript
    if _MARKDOWN.search(text[:65536]):
        return markdown.manuscript
    return plaintext.manuscript
