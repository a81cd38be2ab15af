"""Markdown's simple footnotes: [^1] in the text, a line "[^1]: …" anywhere."""

import re

from plaudit.stories.reading.rich import plain

_NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,40})\]:[ \t]+(\S.*)$")
_FENCE = re.compile(r" {0,3}(```|~~~)")


class Footnotes:
    """The notes of a file, numbered as they are first referred to."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._order: list[str] = []

    def number(self, name: str) -> int:
        """The number of a note; 0 if there is none of that name."""
        if name not in self.texts:
            return 0
        if name not in self._order:
            self._order.append(name)
        return self._order.index(name) + 1

    def inline(self) -> list[str]:
        """The notes in order; those that nothing refers to come last."""
        rest = [name for name in self.texts if name not in self._order]
        return [plain(self.texts[name]).inline for name in self._order + rest]


def taken_out(text: str) -> tuple[str, Footnotes]:
    """The text without its notes, and the notes. A note goes on over indented lines."""
    notes = Footnotes()
    kept: list[str] = []
    name, fence = "", ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if mark and (not fence or mark.group(1) == fence):
            fence = "" if fence else mark.group(1)
        found = None if fence else _NOTE.match(line)
        if found and found.group(1) not in notes.texts:
            name = found.group(1)
            notes.texts[name] = found.group(2)
        elif name and line.startswith(("    ", "\t")) and line.strip():
            notes.texts[name] += f" {line.strip()}"
        else:
            name = ""
            kept.append(line)
    return "\n".join(kept), notes
