"""A manuscript becomes a story: headline, dek, body and credit by where things stand."""

import re

from plaudit.stories.reading import attributions, quoting
from plaudit.stories.reading.credits import credit_in
from plaudit.stories.reading.draft import LONGEST_DEK, LONGEST_HEADLINE, Draft, Unreadable
from plaudit.stories.reading.furniture import is_furniture
from plaudit.stories.reading.letters import is_visible
from plaudit.stories.reading.manuscript import Manuscript, Piece
from plaudit.stories.reading.quotations import with_quotations
from plaudit.stories.reading.rich import Passage

_BYLINE = re.compile(
    r"(?:By|Von|Par|Por) ((?:[^\W\d_a-z][\w.'’-]*|and|&|und|et|y|de|van|von|der|la|du)"
    r"(?:,? (?:[^\W\d_a-z][\w.'’-]*|and|&|und|et|y|de|van|von|der|la|du)){0,11})"
)
_AND = re.compile(r",? (?:and|&|und|et|y) |, ")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*(?=\s|$)")


def arrange(found: Manuscript, notes: list[str]) -> Draft:
    """The story in a manuscript. Raises Unreadable when there is none."""
    found.notes[:0] = notes
    _drop_furniture(found)
    _take_headline(found)
    _take_byline(found)
    credit_url = _take_credit(found)
    _take_dek(found)
    if not any(_has_words(piece) for piece in found.pieces):
        raise Unreadable(
            f"has a headline (“{found.headline[:60]}”) and nothing to read under it. "
            "Put at least one paragraph after it, with a blank line between."
        )
    return Draft(
        headline=found.headline,
        dek=found.dek,
        blocks=[
            ("paragraph", piece.html) if isinstance(piece, Passage) else piece
            for piece in with_quotations(found.pieces, found.notes)
        ],
        credit=found.credit,
        credit_url=credit_url,
        credit_lines=found.credit_lines,
        dropped=found.dropped,
        notes=found.notes,
        details=found.details,
    )


def _words(piece: Piece) -> str:
    """What a passage or a subhead says; nothing for other blocks."""
    if isinstance(piece, Passage):
        return piece.text
    return str(piece[1]) if piece[0] == "subhead" else ""


def _has_words(piece: Piece) -> bool:
    return is_visible(piece.text) if isinstance(piece, Passage) else piece[0] != "divider"


def _drop_furniture(found: Manuscript) -> None:
    kept: list[Piece] = []
    for piece in found.pieces:
        if is_furniture(_words(piece)):
            found.dropped.append(_words(piece))
        else:
            kept.append(piece)
    found.pieces = kept


def _take_headline(found: Manuscript) -> None:
    found.pieces = _without_dividers_around(found.pieces)
    if found.headline:
        found.pieces = [
            piece
            for place, piece in enumerate(found.pieces)
            if place > 3 or _words(piece) not in {found.headline, found.dek or found.headline}
        ]
    elif found.pieces and is_visible(_words(found.pieces[0])):
        found.headline = _words(found.pieces.pop(0))
    else:
        raise Unreadable("has no headline. Write it on the first line, with a blank line after it.")
    if len(found.headline) > LONGEST_HEADLINE:
        raise Unreadable(
            f"begins with a paragraph of {len(found.headline)} characters, and a headline has at "
            f"most {LONGEST_HEADLINE}. Write a headline on the first line, then a blank line."
        )


def _take_byline(found: Manuscript) -> None:
    for place, piece in enumerate(found.pieces[:3]):
        byline = _BYLINE.fullmatch(_words(piece)) if len(_words(piece)) < 120 else None
        if byline and isinstance(piece, Passage):
            authors = tuple(name for name in _AND.split(byline.group(1)) if name)
            found.details = found.details.by(authors)
            del found.pieces[place]
            return


def _take_credit(found: Manuscript) -> str:
    """Take the lines that credit the featured image; the link in them, if any."""
    names = [found.credit] if found.credit else []
    links: list[str] = []
    is_end = True
    for place in range(len(found.pieces) - 1, 0, -1):
        piece = found.pieces[place]
        credit = credit_in(piece.text) if isinstance(piece, Passage) else None
        if isinstance(piece, Passage) and credit and (credit.is_sure or is_end):
            names.insert(0, credit.text)
            links = piece.links + links
            found.credit_lines.insert(0, ("paragraph", piece.html))
            found.notes.append(f"Took “{piece.text}” as the credit of the image.")
            del found.pieces[place]
        is_end = is_end and (credit is not None or piece == ("divider", None))
    found.credit = "; ".join(dict.fromkeys(names))
    found.pieces = _without_dividers_around(found.pieces)
    return links[0] if links and links[0].startswith("http") else ""


def _take_dek(found: Manuscript) -> None:
    if len(found.dek) > LONGEST_DEK:
        raise Unreadable(f"has a dek of {len(found.dek)} characters; at most {LONGEST_DEK} fit.")
    if found.dek or not found.pieces or not any(map(_has_words, found.pieces[1:])):
        return
    first = found.pieces[0]
    if isinstance(first, Passage) and is_dek(first):
        found.dek = first.text
        found.pieces = _without_dividers_around(found.pieces[1:])


def is_dek(first: Passage) -> bool:
    """Whether the paragraph after the headline is a dek: short, and not somebody's words."""
    text = first.text
    if first.links or (quoting.opens(text) and (quoting.whole(text) or quoting.is_open(text))):
        return False
    if text.endswith(":") or attributions.before_quotation(text).speaker:
        return False
    is_italic = all("i" in run.marks for run in first.runs)
    return len(text) <= LONGEST_DEK and (is_italic or len(_SENTENCE_END.findall(text)) <= 2)


def _without_dividers_around(pieces: list[Piece]) -> list[Piece]:
    start, end = 0, len(pieces)
    while start < end and pieces[start] == ("divider", None):
        start += 1
    while end > start and pieces[end - 1] == ("divider", None):
        end -= 1
    return pieces[start:end]
