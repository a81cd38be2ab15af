from enum import Enum
from typing import NamedTuple


class Level(Enum):
    OK = "ok"
    WARN = "warn"
    BAD = "bad"


class Finding(NamedTuple):
    """One line of the doctor's report: what was looked at, how it is, what to do."""

    level: Level
    subject: str
    words: str
    remedy: str = ""


def ok(subject: str, words: str) -> Finding:
    return Finding(Level.OK, subject, words)


def warn(subject: str, words: str, remedy: str) -> Finding:
    return Finding(Level.WARN, subject, words, remedy)


def bad(subject: str, words: str, remedy: str) -> Finding:
    return Finding(Level.BAD, subject, words, remedy)
