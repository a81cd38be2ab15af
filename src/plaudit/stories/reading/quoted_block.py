"""What a format marks as a quotation (`>`, `<blockquote>`) as a quotation block."""

from plaudit.stories.reading import attributions, quoting
from plaudit.stories.reading.attributions import NOBODY
from plaudit.stories.reading.manuscript import Piece
from plaudit.stories.reading.quotations import quotation
from plaudit.stories.reading.rich import Passage

DASHES = ("—", "–", "―", "-- ", "--", "- ", "~ ")


def pieces(lines: list[Passage], signature: str = "", link: str = "") -> list[Piece]:
    """The block, signed by its last line if that begins with a dash, or as given."""
    words = [line.text for line in lines]
    if not signature and len(words) > 1 and words[-1].startswith(DASHES):
        signature = words.pop()
        link = link or next(iter(lines[-1].links), "")
    elif not signature and words:
        words[-1], signature = _cut(words[-1])
    said = attributions.signed(signature) if signature else NOBODY
    if signature and not said.speaker:
        words.append(signature)  # too long for a name: keep it as it is
    text = "\n\n".join(words)
    whole = quoting.whole(text)
    text = whole.words if whole and not whole.signature else text
    links = list(dict.fromkeys(found for line in lines for found in line.links))
    link = link or (links[0] if len(links) == 1 else "")
    return [quotation(text, said, link)] if text else []


def _cut(line: str) -> tuple[str, str]:
    """ "“We will.” — Anna Lind" on one line, as soft line ends in Markdown make it."""
    whole = quoting.whole(line)
    if whole and whole.signature:
        return line[: line.rindex(whole.signature)].rstrip(" —–―-"), whole.signature
    return line, ""
