"""What reading a file amounts to."""

from dataclasses import dataclass, field
from typing import Any

# A block's name and its value, in the shape that the story's body takes.
Block = tuple[str, Any]

LONGEST_HEADLINE = 255
LONGEST_DEK = 500
LONGEST_CREDIT = 255


class Unreadable(Exception):
    """A file that cannot become a story: one sentence that says what is wrong and what to do."""


@dataclass(frozen=True)
class Details:
    """What a file says about its story outside of the text; empty where it says nothing."""

    slug: str = ""
    section: str = ""
    kind: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A story as read: every word of the file is in here, in `dropped` if nowhere else."""

    headline: str
    dek: str
    blocks: list[Block]
    credit: str = ""
    dropped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    credit_url: str = ""
    details: Details = field(default_factory=Details)
