"""Characters: which stay, which go, and how whitespace is made even."""

import re
import unicodedata

BREAK = "\n"  # in a run of rich text: a line ends here on purpose

_LINE_ENDS = re.compile("\r\n?|[\v\f\x85\u2028]")
# Control characters, changes of writing direction that spill over, interlinear annotation,
# stray byte order marks and noncharacters: none can be seen, all can do harm.
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
    "\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile("[ \t\n\r\v\f\x85\u2028\u2029]+")


def with_even_line_ends(text: str) -> str:
    """Windows', old Mac's and Unicode's line ends become a newline."""
    return _LINE_ENDS.sub("\n", text).replace("\u2029", "\n\n")


def without_harmful(text: str) -> tuple[str, int]:
    """The text without control and direction-changing characters, and how many those were."""
    return _HARMFUL.subn("", text)


def on_one_line(text: str) -> str:
    """The text with each run of whitespace made one space, harmful characters removed."""
    return _SPACES.sub(" ", _HARMFUL.sub("", text)).strip()


def is_visible(text: str) -> bool:
    """Whether there is anything to read: a letter, a figure or a mark that shows."""
    return any(unicodedata.category(letter)[0] in "LNPS" for letter in text)


def is_right_to_left(text: str) -> bool:
    """Whether more of its letters run from right to left than from left to right."""
    ways = [unicodedata.bidirectional(letter) for letter in text]
    return ways.count("R") + ways.count("AL") > ways.count("L")
