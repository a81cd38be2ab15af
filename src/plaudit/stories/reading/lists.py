"""Lists and tables as blocks."""

from plaudit.stories.reading.letters import on_one_line
from plaudit.stories.reading.manuscript import Piece
from plaudit.stories.reading.rich import Passage


def list_block(style: str, items: list[list[Passage]]) -> list[Piece]:
    """A list block; the paragraphs of an item are joined, empty items left out."""
    texts = [" ".join(line.inline for line in item) for item in items if item]
    return [("list", {"style": style, "items": texts})] if texts else []


def table_block(rows: list[list[str]], caption: str = "") -> list[Piece]:
    """A table block: cells apart by tabs. A table of one column is a list."""
    cells = [[on_one_line(cell) for cell in row] for row in rows]
    cells = [row for row in cells if any(row)]
    width = max(map(len, cells), default=0)
    if width < 2:
        return []
    lines = ["\t".join(row + [""] * (width - len(row))) for row in cells]
    return [("table", {"caption": caption[:200], "rows": "\n".join(lines)})]
