"""Headlines and deks: one line each, of characters that can be seen."""

import re
import unicodedata

# Invisible or direction-changing: categories of control, format, surrogate and private use. The
# joiners and the marks of direction stay; scripts need them, and they do not spill over.
KEPT = {"\u200c", "\u200d", "\u200e", "\u200f"}
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn"}
SPACES = re.compile(r"\s+")


def clean(text: str) -> str:
    """The text on one line, without characters that hide, overrule direction or control."""
    line = SPACES.sub(" ", text)
    shown = (c for c in line if c in KEPT or unicodedata.category(c) not in HIDDEN)
    return "".join(shown).strip()


def is_visible(text: str) -> bool:
    """Whether there is anything to read: a letter, a figure or a mark that shows."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in text)
