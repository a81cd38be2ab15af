"""What the three formats have in common before it is arranged as a story."""

from dataclasses import dataclass, field

from plaudit.stories.reading.draft import Block, Details
from plaudit.stories.reading.rich import Passage

Piece = Passage | Block


@dataclass
class Manuscript:
    """A file taken apart: passages whose part is not yet known, and blocks that are plain."""

    pieces: list[Piece] = field(default_factory=list)
    headline: str = ""  # where the format itself names one
    dek: str = ""
    credit: str = ""
    credit_lines: list[Block] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    details: Details = field(default_factory=Details)
