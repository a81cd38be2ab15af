"""The elements of a sanitised page, in order, as passages and blocks."""

from collections.abc import Callable
from urllib.parse import urlsplit

from bs4.element import Tag

from plaudit.stories.reading import quoted_block
from plaudit.stories.reading.furniture import is_furniture
from plaudit.stories.reading.letters import on_one_line
from plaudit.stories.reading.lists import list_block, table_block
from plaudit.stories.reading.manuscript import Manuscript, Piece
from plaudit.stories.reading.markdown import LONGEST_SUBHEAD, code_block
from plaudit.stories.reading.rich import Passage, Run, passages, plain, safe_href
from plaudit.stories.reading.tags import classes, is_hidden, is_inline, runs

GONE = {"nav", "aside", "form", "button", "label", "select", "textarea", "dialog", "noscript"}
TITLES = {"title", "msotitle"}  # what word processors write in place of <h1>
DEKS = {"dek", "standfirst", "subtitle", "subheadline", "lede", "deck", "entry-subtitle"}


class Taking:
    """One walk over the elements of a story."""

    def __init__(self, story: Tag) -> None:
        self.found = Manuscript()
        self.headline = ""
        self.dek = ""
        self._line: list[Run] = []  # text that no block element holds
        self._takers: dict[str, Callable[[Tag], list[Piece]]] = {
            **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), self._heading),
            **dict.fromkeys(("ul", "ol", "dl"), self._list),
            **dict.fromkeys(("video", "audio", "img", "picture"), self._picture),
            **dict.fromkeys(GONE, self._gone),
            "blockquote": self._quotation,
            "figure": self._figure,
            "table": self._table,
            "iframe": self._embed,
            "pre": lambda tag: [code_block(tag.get_text())] if tag.get_text(strip=True) else [],
            "hr": lambda _: [("divider", None)],
        }
        self._walk(story)
        self._end_line()

    def _walk(self, parent: Tag) -> None:
        for child in parent.children:
            if not isinstance(child, Tag) or is_inline(child):
                self._line += runs(child)
            else:
                self._end_line()
                self._take(child)

    def _take(self, tag: Tag) -> None:
        if is_hidden(tag):
            self.found.pieces += self._gone(tag)
        elif tag.name == "p" and not self.headline and classes(tag) & TITLES:
            self.headline = on_one_line(tag.get_text())
        elif not self.dek and self.headline and classes(tag) & DEKS:
            self.dek = on_one_line(tag.get_text())
        elif tag.name in self._takers:
            self.found.pieces += self._takers[tag.name](tag)
        else:
            self._walk(tag)
            self._end_line()

    def _end_line(self) -> None:
        self.found.pieces += passages(self._line)
        self._line = []

    def _heading(self, tag: Tag) -> list[Piece]:
        self._pictures_in(tag)
        text = on_one_line(tag.get_text(" " if tag.find("br") else ""))
        if tag.name == "h1" and not self.headline and not is_furniture(text):
            self.headline = text
            return []
        if len(text) > LONGEST_SUBHEAD:
            return [plain(text)]
        return [("subhead", text)] if text else []

    def _quotation(self, tag: Tag) -> list[Piece]:
        signatures = tag.find_all(["footer", "cite", "figcaption"])
        signature = signatures[0] if signatures else None
        said = link = ""
        if signature is not None:
            link = next((safe_href(str(a["href"])) for a in signature.find_all("a", href=True)), "")
            said = on_one_line(signature.extract().get_text())
        return quoted_block.pieces(
            self._inside(tag), said, safe_href(str(tag.get("cite") or "")) or link
        )

    def _figure(self, tag: Tag) -> list[Piece]:
        quote, caption = tag.find("blockquote"), tag.find("figcaption")
        if isinstance(quote, Tag):
            if isinstance(caption, Tag) and caption not in quote.descendants:
                quote.append(caption.extract())
            return self._quotation(quote)
        if tag.find(["table", "iframe", "pre"]):
            self._walk(tag)
            return []
        return self._picture(tag)

    def _picture(self, tag: Tag) -> list[Piece]:
        image = tag if tag.name == "img" else tag.find("img")
        source, words = "", on_one_line(tag.get_text(" "))
        if isinstance(image, Tag):
            source = on_one_line(str(image.get("src") or ""))[:200]
            words = on_one_line(f"{image.get('alt') or ''} {words}")
        named = [f"“{words}”"] if words else []
        kind = tag.name if tag.name in ("video", "audio") else "image"
        self.found.dropped.append(" ".join([kind, *named, f"({source or 'no address'})"]))
        return []

    def _embed(self, tag: Tag) -> list[Piece]:
        url = safe_href(str(tag.get("src") or ""))
        if not url.startswith("https://") or len(url) > 200:
            words = [url, on_one_line(str(tag.get("title") or ""))]
            named = " ".join(word for word in words if word)
            self.found.dropped.append(f"frame without a secure address {named}".strip())
            return []
        provider = (urlsplit(url).hostname or "").removeprefix("www.")[:80]
        title = on_one_line(str(tag.get("title") or ""))[:200] or provider
        return [("embed", {"url": url, "title": title, "provider": provider})]

    def _list(self, tag: Tag) -> list[Piece]:
        items = [
            self._inside(item, ("ul", "ol", "dl")) for item in tag.find_all(["li", "dt", "dd"])
        ]
        return list_block("numbered" if tag.name == "ol" else "bulleted", items)

    def _table(self, tag: Tag) -> list[Piece]:
        caption = tag.find("caption")
        title = on_one_line(caption.get_text()) if isinstance(caption, Tag) else ""
        rows = [
            [
                on_one_line(cell.get_text(" "))
                for cell in row.find_all(["th", "td"], recursive=False)
            ]
            for row in tag.find_all("tr")
        ]
        self._pictures_in(tag)
        block = table_block(rows, title)
        if block and not tag.find(["table", "blockquote", "h1", "h2", "h3"]):
            return block
        self._walk(tag)  # it only holds the page in place
        return []

    def _gone(self, tag: Tag) -> list[Piece]:
        words = on_one_line(tag.get_text(" "))
        self.found.dropped += [words] if words else []
        return []

    def _inside(self, tag: Tag, without: tuple[str, ...] = ()) -> list[Passage]:
        """All the text inside as passages, but for elements that are taken on their own."""
        self._pictures_in(tag)
        lines: list[Passage] = []
        line: list[Run] = []
        for child in tag.children:
            if isinstance(child, Tag) and child.name in without:
                continue
            if isinstance(child, Tag) and not is_inline(child):
                lines += [*passages(line), *self._inside(child, without)]
                line = []
            else:
                line += runs(child)
        return lines + passages(line)

    def _pictures_in(self, tag: Tag) -> None:
        for image in tag.find_all("img"):
            self._picture(image)
            image.extract()
