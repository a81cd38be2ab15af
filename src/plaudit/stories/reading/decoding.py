"""Bytes to text: which encoding, or why it is no text at all."""

import codecs
import re

from plaudit.stories.reading import letters
from plaudit.stories.reading.draft import Unreadable

LARGEST = 10_000_000

_MAGIC = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a Word, OpenDocument or zip file",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"RIFF": "a picture or a recording",
    b"SQLite format 3": "a database",
}
# UTF-32's mark begins with UTF-16's, so it has to be tried first.
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?\s*([A-Za-z0-9._:-]{2,40})", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> tuple[str, list[str]]:
    """The text with newlines as line ends, and what had to be assumed. Raises Unreadable."""
    if len(data) > LARGEST:
        raise Unreadable(
            f"is larger than {LARGEST // 1_000_000} MB. Split it into several stories."
        )
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise Unreadable(f"is {what}, not text. Save it as .txt, .md or .html first.")
    text, notes = _decoded(data)
    controls = len(_CONTROLS.findall(text))
    if controls > 16 and controls * 20 > len(text):
        raise Unreadable("is not text. Save the story as .txt, .md or .html first.")
    text, count = letters.without_harmful(letters.with_even_line_ends(text))
    if count:
        notes.append(f"Removed {count} invisible control character{'s' if count > 1 else ''}.")
    return text, notes


def _decoded(data: bytes) -> tuple[str, list[str]]:
    for mark, encoding in _BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _strictly(data, "utf-8-sig" if encoding == "utf-8" else encoding)
    if b"\x00" in data:
        raise Unreadable(
            "is not text (or UTF-16 without a byte order mark). "
            "Save it as .txt, .md or .html in UTF-8 first."
        )
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        return _guessed(data)


def _strictly(data: bytes, encoding: str) -> tuple[str, list[str]]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8-sig":
            return _guessed(data.removeprefix(codecs.BOM_UTF8))
        raise Unreadable(
            f"says that it is {encoding.upper()} and is damaged. Save it in UTF-8 first."
        ) from None
    if "\x00" in text:
        raise Unreadable("is not text. Save the story as .txt, .md or .html first.")
    return text, []


def _guessed(data: bytes) -> tuple[str, list[str]]:
    patched = data.decode("utf-8", errors="replace")
    damaged = patched.count("\ufffd")
    if sum(letter > "\x7f" for letter in patched) > 6 * damaged:
        return patched, [f"Damaged UTF-8: {damaged} places could not be read, marked with \ufffd."]
    declared = _DECLARED.search(data, 0, 2048)
    if declared:
        name = declared.group(1).decode("ascii")
        try:
            return data.decode(name), []
        except (LookupError, ValueError):
            pass  # an encoding nobody knows, or a wrong one: guess as if there were none
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    return text, ["Not UTF-8: read as Windows-1252 (Latin-1). Check accents and quotation marks."]
