"""Words as the index knows them: cut and folded in the same way in what is written and asked.

Done here and not by the databases, so that both find the same: case, accents, vowel marks and the
forms of a letter make no difference, and scripts that put no spaces between words are cut into
letters, which stand beside each other as words do in a phrase.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

LONGEST = 64  # letters of a word; the rest makes no difference
# Thai to Myanmar, Khmer, kana and bopomofo, ideographs.
SPACELESS = (
    (0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x318F), (0x31A0, 0x31FF),
    (0x3400, 0x9FFF), (0xF900, 0xFAFF), (0xFF66, 0xFF9F), (0x20000, 0x3FFFF),
)  # fmt: skip
# Inside words, without a sound: soft hyphen, tatweel, the joiners and the marks of direction.
SILENT = frozenset("\u00ad\u0640\u200c\u200d\u200e\u200f")
# One letter each to a reader, however it is typed.
ALIKE = str.maketrans("ىیةکٱ", "ييهكا")


class Word(NamedTuple):
    """A word of a text as the index knows it, and where it stands there."""

    folded: str
    start: int
    end: int


class _Classes(dict[int, str]):
    """For `str.translate`: what each letter is to a word, looked up once."""

    def __missing__(self, number: int) -> str:
        self[number] = found = _class_of(chr(number))
        return found


# w: of a word; c: a word alone; m: belongs to the letter before; space: between words.
_CLASSES = _Classes()
_WORD = re.compile("w[wm]*|cm*")


def _class_of(letter: str) -> str:
    category = unicodedata.category(letter)[0]
    if category == "M" or letter in SILENT:
        return "m"
    if category not in "LN":
        return " "
    return "c" if any(first <= ord(letter) <= last for first, last in SPACELESS) else "w"


def spans(text: str) -> Iterator[Word]:
    """The words of a text, in order."""
    for found in _WORD.finditer(text.translate(_CLASSES)):
        start, end = found.span()
        if word := folded(text[start:end]):
            yield Word(word, start, end)


def of(text: str) -> list[str]:
    return [word.folded for word in spans(text)]


def padded(found: Iterable[str]) -> str:
    """Words in a row, a space before and behind each, so that a whole one can be looked for."""
    return f" {' '.join(found)} "


@lru_cache(50_000)
def folded(piece: str) -> str:
    """A piece of one word as it is compared; empty if nothing of it is a letter or a figure."""
    plain = unicodedata.normalize("NFKD", piece[: LONGEST * 4])
    plain = unicodedata.normalize("NFKD", plain.casefold())
    kept = "".join(letter for letter in plain if _counts(letter))
    word = unicodedata.normalize("NFC", kept).translate(ALIKE)[:LONGEST]
    return word if word and unicodedata.category(word[0])[0] in "LN" else ""


def _counts(letter: str) -> bool:
    """Letters and figures do, and the marks that stand for a vowel of their own: those of Indic
    scripts. Accents, and the points of Hebrew and Arabic, can be left out by who types.
    """
    category = unicodedata.category(letter)[0]
    if category == "M":
        weight = unicodedata.combining(letter)
        return not (10 <= weight <= 36 or weight >= 200)
    return category in "LN" and letter not in SILENT
