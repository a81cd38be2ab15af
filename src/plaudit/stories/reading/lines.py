"""What the beginning of a line of plain text says about it."""

import re

_BULLET = re.compile(r"[-*•‣▪◦]\s+(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_DIVIDER = re.compile(r"(?:[-*_=~#•·—–]\s*){3,}|⁂|§")


def bullet(line: str) -> str:
    """The mark that makes the line an item of a list."""
    found = None if is_divider(line) else _BULLET.match(line)  # * * * is no item
    return found.group() if found else ""


def number(line: str) -> str:
    """The number that makes the line an item of a numbered list."""
    found = _NUMBER.match(line)
    return found.group() if found else ""


def is_divider(line: str) -> bool:
    return _DIVIDER.fullmatch(line) is not None
