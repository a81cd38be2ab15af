"""Whether a paragraph is one quotation, by its marks alone."""

import re
from typing import NamedTuple

# Which marks close what one has opened. The straight ones and those that one language opens
# and another closes with are told apart by the letters beside them.
CLOSERS = {
    "“": '”"',
    "„": '“”"',
    "”": '”"',
    "‟": '”"',
    '"': '"”',
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "‘": "’'",
    "‚": "‘’'",
    "'": "'’",
    "「": "」",
    "『": "』",
}
_APOSTROPHES = "'’‘"
_AFTER_THE_LAST = " .,!?;:…"
_DASHES = ("—", "–", "--", "―", "- ")


class Quoted(NamedTuple):
    """The words between the marks, and what follows after a dash: "— Anna Lind, mayor"."""

    words: str
    signature: str = ""


def opens(text: str) -> bool:
    return text[:1] in CLOSERS


def whole(text: str) -> Quoted | None:
    """The quotation, if the text is one from its first mark to its last."""
    text = text.strip()
    if not opens(text):
        return None
    end = _end(text)
    if end is None or end == 1:
        return None
    rest = text[end + 1 :].strip()
    signature = _signature(rest)
    if rest.strip(_AFTER_THE_LAST) and not signature:
        return None
    words = text[1:end].strip()
    if not signature and rest and words[-1:].isalnum():
        words += rest  # "We will rebuild".
    return Quoted(words, signature) if words else None


def is_open(text: str) -> bool:
    """Whether the text opens a quotation that it does not close."""
    return opens(text.strip()) and _end(text.strip()) is None


def unclosed(text: str) -> str:
    """The words after an opening mark that nothing closes."""
    return text.strip()[1:].strip()


def _signature(rest: str) -> str:
    for dash in _DASHES:
        if rest.startswith(dash):
            return rest.removeprefix(dash).strip()
    return ""


def _end(text: str) -> int | None:
    """Where the quotation that the text begins with is closed."""
    opener, closers = text[0], CLOSERS[text[0]]
    depth = 1
    for found in re.finditer(f"[{opener}{closers}]", text):
        place, mark = found.start(), found.group()
        if place == 0:
            continue
        before, after = text[place - 1], text[place + 1 : place + 2]
        if mark in _APOSTROPHES and (before.isalnum() and after.isalnum()):
            continue  # don't
        if _is_opening(mark, opener, before, after):
            depth += 1
        elif mark in closers:
            depth -= 1
        if depth == 0:
            return place
    return None


def _is_opening(mark: str, opener: str, before: str, after: str) -> bool:
    if mark == opener and mark not in CLOSERS[opener]:
        return True
    return (before.isspace() or before in "([{—–") and bool(after) and not after.isspace()
