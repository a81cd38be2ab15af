"""What reading a file amounts to."""

from dataclasses import dataclass, field, replace
from typing import Any

# A block's name and its value, in the shape that the story's body takes.
Block = tuple[str, Any]

LONGEST_HEADLINE = 200
LONGEST_DEK = 400
LONGEST_CREDIT = 200


class Unreadable(Exception):  # said of the file, as in "minutes.txt is empty"
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
    sources: tuple[str, ...] = ()  # a line each

    def by(self, authors: tuple[str, ...]) -> "Details":
        """The same with the authors that a byline names, unless the file named them before."""
        return replace(self, authors=self.authors or authors)


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
    credit_lines: list[Block] = field(default_factory=list)  # as they stood, for want of an image
    details: Details = field(default_factory=Details)
