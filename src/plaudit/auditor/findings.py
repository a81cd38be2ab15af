"""What an audit finds, each in one sentence, and the verdict that they add up to."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Word(StrEnum):
    AGREES = "agrees"
    DIFFERS = "differs"
    UNCHECKED = "unchecked"  # it could not be looked at, so nothing is known


STATUS = {Word.AGREES: 0, Word.DIFFERS: 1, Word.UNCHECKED: 2}
MOST_SHOWN = 20  # differing subjects in words; the JSON has them all


@dataclass(frozen=True)
class Finding:
    word: Word
    topic: str  # key, checkpoint, witnesses, history, log, folder, receipt, points, pages
    text: str

    def as_json(self) -> dict[str, str]:
        return {"finding": self.word.value, "topic": self.topic, "text": self.text}


@dataclass
class Findings:
    """In the order of finding. `facts` are for machines: origin, size, root and the like."""

    found: list[Finding] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)

    def agrees(self, topic: str, text: str) -> None:
        self.found.append(Finding(Word.AGREES, topic, text))

    def differs(self, topic: str, text: str) -> None:
        self.found.append(Finding(Word.DIFFERS, topic, text))

    def unchecked(self, topic: str, text: str) -> None:
        self.found.append(Finding(Word.UNCHECKED, topic, text))

    def add(self, topic: str, found: Iterable[tuple[Word, str]]) -> None:
        self.found += [Finding(word, topic, text) for word, text in found]

    @property
    def verdict(self) -> Word:
        words = {one.word for one in self.found}
        for word in (Word.DIFFERS, Word.UNCHECKED):
            if word in words:
                return word
        return Word.AGREES if words else Word.UNCHECKED

    @property
    def status(self) -> int:
        return STATUS[self.verdict]

    def as_json(self) -> dict[str, Any]:
        return {
            "plaudit": "audit/v1",
            "verdict": self.verdict.value,
            **self.facts,
            "findings": [one.as_json() for one in self.found],
        }


PLURALS = {
    "leaf": "leaves", "story": "stories",
    "earlier partial tile or bundle": "earlier partial tiles and bundles",
}  # fmt: skip


def many(number: int, what: str) -> str:
    """1 ballot, 1,000 ballots."""
    return f"{number:,} {what if number == 1 else PLURALS.get(what, f'{what}s')}"
