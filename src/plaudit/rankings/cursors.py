"""Where a reader is in a list: a short token in the address of the next and previous page.

`falls.number.figure.ulid[.placed…]`, numbers in hexadecimal: the number of the next writing of
falls when the first page was read; the number, figure and story at the edge of this page; the
stories that editors had placed on the first page. Exactly one spelling of each token is valid.
"""

import re
from typing import NamedTuple

from plaudit.stories.models.placement import SLOTS

NUMBER = r"0|[1-9a-f][0-9a-f]{0,11}"
ULID = r"[0-7][0-9A-HJKMNP-TV-Z]{25}"
TOKEN = re.compile(
    rf"({NUMBER})\.({NUMBER})\.(0|-?[1-9a-f][0-9a-f]{{0,11}})\.({ULID})((?:\.{ULID}){{0,{SLOTS}}})"
)


class BadCursorError(ValueError):
    """This is no token of ours."""


class Cursor(NamedTuple):
    """The place at the edge of a page, and what has to be remembered of the first page."""

    falls: int
    number: int
    figure: int
    ulid: str
    placed: tuple[str, ...] = ()

    def __str__(self) -> str:
        edge = f"{self.falls:x}.{self.number:x}.{self.figure:x}.{self.ulid}"
        return ".".join([edge, *self.placed])


def parse(token: str) -> Cursor:
    """The cursor a token stands for. Raises BadCursorError."""
    found = TOKEN.fullmatch(token)
    if not found:
        raise BadCursorError(token[:100])
    falls, number, figure, ulid, placed = found.groups()
    return Cursor(
        int(falls, 16), int(number, 16), int(figure, 16), ulid, tuple(placed.split(".")[1:])
    )
