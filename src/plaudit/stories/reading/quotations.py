"""Paragraphs that are quotations become quotation blocks, with who said it."""

from plaudit.stories.reading import attributions, quoting
from plaudit.stories.reading.attributions import NOBODY, Attribution
from plaudit.stories.reading.manuscript import Piece
from plaudit.stories.reading.quoting import Quoted
from plaudit.stories.reading.rich import Passage


def quotation(words: str, said: Attribution = NOBODY, link: str = "") -> Piece:
    """A quotation block."""
    return (
        "quotation",
        {
            "text": words,
            "speaker": said.speaker,
            "role": said.role,
            "to_whom": said.to_whom,
            "link": link if link.startswith("http") else "",
        },
    )


def with_quotations(pieces: list[Piece], notes: list[str]) -> list[Piece]:
    """The pieces with quotations recognised; a said-line that says no more goes into them."""
    done: list[Piece] = []
    place = 0
    while place < len(pieces):
        said = _said(done[-1]) if done else NOBODY
        taken, quoted = _quotation_at(pieces, place, is_attributed=said != NOBODY)
        together = pieces[place : place + taken]
        place += taken
        if quoted:
            if not quoting.whole(_text(together[-1])):
                notes.append(f"A quotation is not closed: “{quoted.words[:60]}…”.")
            together = [_block(quoted, together)]
        if quoted or _is_unsigned(together[0]):
            together = [_attributed(together[0], said, done)]
        done += together
    return done


def _block(quoted: Quoted, pieces: list[Piece]) -> Piece:
    said = attributions.signed(quoted.signature) if quoted.signature else NOBODY
    links = [link for piece in pieces if isinstance(piece, Passage) for link in piece.links]
    return quotation(quoted.words, said, links[0] if len(links) == 1 else "")


def _is_unsigned(piece: Piece) -> bool:
    return not isinstance(piece, Passage) and piece[0] == "quotation" and not piece[1]["speaker"]


def _attributed(block: Piece, said: Attribution, done: list[Piece]) -> Piece:
    """The quotation with its speaker, taken from the line in front of it."""
    if isinstance(block, Passage) or not _is_unsigned(block):
        return block
    if said.says_all:
        done.pop()
    value = block[1]
    return quotation(value["text"], said, value["link"]) if said.speaker else block


def _quotation_at(
    pieces: list[Piece], place: int, *, is_attributed: bool
) -> tuple[int, Quoted | None]:
    """How many pieces to take, and the quotation that they are, if they are one."""
    text = _text(pieces[place])
    whole = _whole(text)
    if whole:
        return 1, whole
    if not quoting.is_open(text):
        return 1, None
    # Each paragraph of a long quotation opens with a mark; only the last closes it.
    words = [quoting.unclosed(text)]
    for piece in pieces[place + 1 :]:
        last = _whole(_text(piece))
        if last:
            return len(words) + 1, Quoted("\n\n".join([*words, last.words]), last.signature)
        if not quoting.is_open(_text(piece)):
            break
        words.append(quoting.unclosed(_text(piece)))
    if is_attributed and all(words):
        return len(words), Quoted("\n\n".join(words))
    return len(words), None


def _whole(text: str) -> Quoted | None:
    """The quotation that the text is; what follows a dash after it has to be somebody."""
    whole = quoting.whole(text)
    if whole and whole.signature and not attributions.is_signature(whole.signature):
        return None
    return whole


def _said(piece: Piece) -> Attribution:
    if not isinstance(piece, Passage):
        return NOBODY
    said = attributions.before_quotation(piece.text)
    # A link in the said-line would be lost with it.
    speaker, role, to_whom, says_all = said
    return Attribution(speaker, role, to_whom, says_all and not piece.links)


def _text(piece: Piece) -> str:
    return piece.text if isinstance(piece, Passage) else ""
