"""What a single tag of a sanitised page says."""

from bs4.element import NavigableString, PageElement, Tag

from plaudit.stories.reading.letters import BREAK
from plaudit.stories.reading.rich import Run, safe_href

MARKS = {"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "sup": "sup"}
INLINE = {*MARKS, "a", "span", "q", "code", "time", "u", "br"}


def runs(node: PageElement, marks: frozenset[str] = frozenset(), href: str = "") -> list[Run]:
    if isinstance(node, NavigableString):
        return [Run(str(node).replace("\n", " "), marks, href)]
    if not isinstance(node, Tag):
        return []
    if node.name == "br":
        return [Run(BREAK)]
    marks |= {MARKS[node.name]} if node.name in MARKS else frozenset()
    if node.name == "a":
        href = safe_href(str(node.get("href") or ""))
    inside = [run for child in node.children for run in runs(child, marks, href)]
    return [Run("“"), *inside, Run("”")] if node.name == "q" else inside


def is_inline(tag: Tag) -> bool:
    return tag.name in INLINE and all(
        inner.name in INLINE for inner in tag.descendants if isinstance(inner, Tag)
    )


def classes(tag: Tag) -> set[str]:
    given: str | list[str] = tag.get("class") or []
    names: set[str] = {given} if isinstance(given, str) else set(given)
    kind = str(tag.get("itemprop") or "")
    names |= {"dek"} if kind in ("description", "alternativeHeadline") else set()
    return {name.lower().rpartition("__")[2] for name in names}


def is_hidden(tag: Tag) -> bool:
    return tag.has_attr("hidden") or tag.get("aria-hidden") == "true"
