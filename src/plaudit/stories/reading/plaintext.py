"""Plain text: paragraphs, lists, dividers, addresses of the web; nothing else is marked."""

import re

from plaudit.stories.reading.draft import Unreadable
from plaudit.stories.reading.lines import bullet, is_divider, number
from plaudit.stories.reading.manuscript import Manuscript, Piece
from plaudit.stories.reading.paragraphs import paragraphs
from plaudit.stories.reading.rich import Passage, Run, passage, safe_href

_ADDRESS = re.compile(r"https?://[^\s<>\"“”„«»‘’`|\\^{}]{3,2000}")
_NOT_ITS_END = ".,;:!?'*_…"
# No story has more; to make links of half a million takes half a minute.
MOST_ADDRESSES = 20_000


def manuscript(text: str) -> Manuscript:
    if text.count("://") > MOST_ADDRESSES:
        raise Unreadable(f"has more than {MOST_ADDRESSES:,} links. Keep only the story itself.")
    pieces: list[Piece] = []
    waiting: list[str] = []  # items of a list that may go on
    for line in paragraphs(text):
        if waiting and not _goes_on(waiting, line):
            pieces += _list(waiting)
            waiting = []
        if bullet(line) or (number(line) and (waiting or _value(line) == 1)):
            waiting.append(line)
        elif is_divider(line):
            pieces.append(("divider", None))
        else:
            pieces.append(linked(line))
    return Manuscript(pieces=pieces + _list(waiting))


def linked(line: str) -> Passage:
    """The line with its web addresses made links."""
    runs: list[Run] = []
    done = 0
    for found in _ADDRESS.finditer(line):
        address = found.group().rstrip(_NOT_ITS_END)
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(_NOT_ITS_END)
        runs.append(Run(line[done : found.start()]))
        runs.append(Run(address, href=safe_href(address)))
        done = found.start() + len(address)
    return passage([*runs, Run(line[done:])])


def _goes_on(items: list[str], line: str) -> bool:
    if bullet(items[0]):
        return bullet(line) == bullet(items[0])
    return bool(number(line)) and _value(line) == len(items) + 1


def _value(line: str) -> int:
    return int(number(line).strip(" \t\u00a0.)"))


def _list(items: list[str]) -> list[Piece]:
    if not items:
        return []
    style, mark = ("bulleted", bullet) if bullet(items[0]) else ("numbered", number)
    if style == "numbered" and len(items) == 1:
        return [linked(items[0])]  # "1. FC won again" is no list
    texts = [linked(item.removeprefix(mark(item))).inline for item in items]
    return [("list", {"style": style, "items": texts})]
