"""Plain text into paragraphs: blank lines part them, or line ends do, or lines are wrapped."""

from itertools import pairwise

from plaudit.stories.reading import quoting
from plaudit.stories.reading.credits import credit_in
from plaudit.stories.reading.furniture import is_furniture
from plaudit.stories.reading.lines import bullet, is_divider, number

WIDEST = 130  # nobody wraps lines by hand beyond this
NARROWEST = 40
_ENDS = ".!?…:;\"'”’»“)]"


def paragraphs(text: str) -> list[str]:
    """The paragraphs in order, each on one line."""
    chunks = _chunks(text)
    is_spaced = len(chunks) > 2
    found: list[str] = []
    for place, chunk in enumerate(chunks):
        width = max(map(len, chunk))
        is_wrapped = (is_spaced and place > 0 and width <= WIDEST) or _is_wrapped(chunk, width)
        found += _joined(chunk, is_wrapped=is_wrapped, is_spaced=is_spaced)
    return found


def _chunks(text: str) -> list[list[str]]:
    chunks: list[list[str]] = [[]]
    for line in text.split("\n"):
        if line.strip():
            chunks[-1].append(line.strip())
        elif chunks[-1]:
            chunks.append([])
    return [chunk for chunk in chunks if chunk]


def _is_wrapped(chunk: list[str], width: int) -> bool:
    """Whether lines end where the next word had no room, rather than where a thought ended."""
    if not NARROWEST <= width <= WIDEST or len(chunk) < 2:
        return False
    breaks = list(pairwise(chunk))
    full = sum(_is_full(above, below, width) for above, below in breaks)
    ended = sum(above[-1] in _ENDS for above, _ in breaks)
    return full * 2 >= len(breaks) and ended * 5 < len(breaks) * 4


def _is_full(above: str, below: str, width: int) -> bool:
    return len(above) + 1 + len(below.split(maxsplit=1)[0]) > width


def _joined(chunk: list[str], *, is_wrapped: bool, is_spaced: bool) -> list[str]:
    groups = [[chunk[0]]]
    width = max(map(len, chunk))
    for above, below in pairwise(chunk):
        if _stands_apart(above, below, is_first=len(groups) == 1 and len(groups[0]) == 1):
            groups.append([below])
        elif below[0].islower() and width <= WIDEST:
            groups[-1].append(below)
        elif not is_wrapped or (not is_spaced and not _goes_on(above, below, width)):
            groups.append([below])
        else:
            groups[-1].append(below)
    return [" ".join(group) for group in groups]


def _goes_on(above: str, below: str, width: int) -> bool:
    """In text without blank lines, a line that stopped early was the last of its paragraph."""
    return above[-1] not in _ENDS or _is_full(above, below, int(width * 0.9))


def _stands_apart(above: str, below: str, *, is_first: bool) -> bool:
    """Whether a line is something of its own wherever it stands."""
    if bullet(below) or number(below) or is_divider(above) or is_divider(below):
        return True
    if (is_first or above[-1] in _ENDS or is_furniture(above)) and is_furniture(below):
        return True
    if is_first and is_furniture(above):
        return True
    if above.endswith(":") and quoting.opens(below):
        return True
    is_end = above[-1] in _ENDS
    return (is_end and _is_sure_credit(below)) or bool(
        quoting.whole(above) or (is_end and quoting.whole(below))
    )


def _is_sure_credit(line: str) -> bool:
    credit = credit_in(line)
    return credit is not None and credit.is_sure
