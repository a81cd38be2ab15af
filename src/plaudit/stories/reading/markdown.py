"""Markdown (CommonMark with tables and simple footnotes) into a manuscript."""

from collections.abc import Callable
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from plaudit.stories.reading import footnotes, frontmatter, plaintext, quoted_block
from plaudit.stories.reading.draft import Block
from plaudit.stories.reading.footnotes import Footnotes
from plaudit.stories.reading.inline import runs_of
from plaudit.stories.reading.lists import list_block, table_block
from plaudit.stories.reading.manuscript import Manuscript, Piece
from plaudit.stories.reading.rich import Passage, passages, plain

LONGEST_SUBHEAD = 160
# Finding addresses costs eight times the rest: only where nobody would notice.
LARGEST_FOR_ADDRESSES = 500_000
# Far more marks than writing has: reading them would take minutes.
MOST_MARKS = 100_000

_PARSER = MarkdownIt("commonmark", {"html": False, "maxNesting": 30}).enable("table")
_FINDING_ADDRESSES = MarkdownIt(
    "commonmark", {"html": False, "maxNesting": 30, "linkify": True}
).enable(["table", "linkify"])
if _FINDING_ADDRESSES.linkify:
    _FINDING_ADDRESSES.linkify.set({"fuzzy_link": False, "fuzzy_email": False})


def manuscript(text: str) -> Manuscript:
    if sum(map(text.count, "*_[]`|\\<&>")) > MOST_MARKS:
        found = plaintext.manuscript(text)
        found.notes.append("Too many marks for Markdown: read as plain text.")
        return found
    front = frontmatter.split(text)
    rest, notes = footnotes.taken_out(front.text)
    parser = _FINDING_ADDRESSES if len(rest) < LARGEST_FOR_ADDRESSES else _PARSER
    taking = _Taking(parser.parse(rest), notes)
    taking.take()
    found = taking.found
    found.pieces += [("footnotes", {"notes": taken})] if (taken := notes.inline()) else []
    found.headline = front.first("headline") or taking.headline
    found.dek = front.first("dek")
    found.credit = front.first("credit")
    found.details = front.details
    found.notes += [f"Not used from the top of the file: {line}" for line in front.unknown]
    return found


class _Taking:
    """One walk over the tokens, block by block."""

    def __init__(self, tokens: list[Token], notes: Footnotes) -> None:
        self.tokens = tokens
        self.notes = notes
        self.found = Manuscript()
        self.headline = ""
        self.takers: dict[str, Callable[[list[Token]], list[Piece]]] = {
            "heading_open": self._heading,
            "paragraph_open": self._paragraph,
            "blockquote_open": self._quotation,
            "bullet_list_open": self._list,
            "ordered_list_open": self._list,
            "table_open": self._table,
            "fence": self._code,
            "code_block": self._code,
            "hr": lambda _: [("divider", None)],
        }

    def take(self) -> None:
        for group in _groups(self.tokens):
            self.found.pieces += self.takers[group[0].type](group)

    def lines(self, group: list[Token]) -> list[Passage]:
        """All the text in a group of tokens, a passage for every line or paragraph."""
        lines: list[Passage] = []
        for token in group:
            if token.type == "inline":
                runs = runs_of(token.children or [], self.notes, self.found.dropped)
                lines += passages(runs)
            elif token.type in ("fence", "code_block"):
                lines += [plain(line) for line in token.content.split("\n") if line.strip()]
        return lines

    def _heading(self, group: list[Token]) -> list[Piece]:
        text = " ".join(line.text for line in self.lines(group))
        if group[0].tag == "h1" and not self.headline and not self.found.pieces:
            self.headline = text
            return []
        if len(text) > LONGEST_SUBHEAD:
            return [plain(text)]
        return [("subhead", text)] if text else []

    def _paragraph(self, group: list[Token]) -> list[Piece]:
        return list(self.lines(group))

    def _quotation(self, group: list[Token]) -> list[Piece]:
        for token in group:
            _end_lines_before_dashes(token.children or [])
        return quoted_block.pieces(self.lines(group))

    def _list(self, group: list[Token]) -> list[Piece]:
        style = "numbered" if group[0].type == "ordered_list_open" else "bulleted"
        items: list[list[Passage]] = [[]]
        for token in group:
            if token.type == "list_item_open":
                items.append([])
            items[-1] += self.lines([token])
        return list_block(style, items)

    def _table(self, group: list[Token]) -> list[Piece]:
        rows: list[list[str]] = []
        for token in group:
            if token.type == "tr_open":
                rows.append([])
            elif token.type == "inline":
                rows[-1].append(" ".join(line.text for line in self.lines([token])))
        return table_block(rows)

    def _code(self, group: list[Token]) -> list[Piece]:
        return [code_block(group[0].content, group[0].info.strip())]


def code_block(code: str, title: str = "") -> Block:
    """Code as a callout, its lines and their indents kept."""
    lines = [line.rstrip() for line in code.expandtabs(4).split("\n")]
    html = "".join(
        plain(line).html.replace("<p>", "<p>" + "\u00a0" * (len(line) - len(line.lstrip())))
        for line in lines
        if line
    )
    return ("callout", {"title": title[:120], "text": html})


def _end_lines_before_dashes(tokens: list[Token]) -> None:
    """In a quotation, a line that begins with a dash is who said it."""
    for token, following in pairwise(tokens):
        if token.type == "softbreak" and following.content.startswith(quoted_block.DASHES):
            token.type = "hardbreak"


def _groups(tokens: list[Token]) -> list[list[Token]]:
    """The tokens of each block at the top of the document."""
    groups: list[list[Token]] = []
    depth = 0
    for token in tokens:
        if depth == 0:
            groups.append([])
        groups[-1].append(token)
        depth += token.nesting
    return groups
