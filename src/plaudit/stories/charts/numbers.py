"""Numbers as an editor types them, in the site's language and in others."""

import re

from django.conf import settings
from django.utils.formats import get_format

GAPS = {"", "-", "–", "—", "…"}
LONGEST = 24
_SHAPE = re.compile(r"([+\-−]?)\s?(\d(?:[\d.,٫٬\s'’]*\d)?)\s?[%٪]?")
_BETWEEN = re.compile(r"[\s'’٬]")  # what keeps thousands apart and never means anything else
_GROUPED = re.compile(r"\d{1,3}([.,]\d{2,3})*[.,]\d{3}")


def is_gap(text: str) -> bool:
    """Whether a cell says that there is no figure."""
    return text.strip() in GAPS


def read(text: str) -> float | None:
    """The number that a text writes, or None if it is none: 1,234.5 and 1.234,5, −3, 40 %, ٣٫٥.

    A single mark before three digits is ambiguous: the site's language decides what it means.
    """
    found = _SHAPE.fullmatch(text.strip()[: LONGEST + 1])
    if not found or len(text.strip()) > LONGEST:
        return None
    sign, digits = found.groups()
    try:
        value = float(_plain(_BETWEEN.sub("", digits).replace("٫", ".")))
    except ValueError:
        return None
    return -value if sign in {"-", "−"} and value else value


def _plain(digits: str) -> str:
    """Digits with a point before the decimals and no other mark. Some are no number even so."""
    mark = max(digits.rfind(sign) for sign in ".,")
    if mark < 0:
        return digits
    other = "," if digits[mark] == "." else "."
    if other in digits:
        return digits.replace(other, "").replace(",", ".")
    if digits.count(digits[mark]) > 1 or _keeps_thousands_apart(digits, digits[mark]):
        return digits.replace(digits[mark], "") if _GROUPED.fullmatch(digits) else ""
    return digits.replace(",", ".")


def _keeps_thousands_apart(digits: str, mark: str) -> bool:
    is_decimal = mark == get_format("DECIMAL_SEPARATOR", settings.LANGUAGE_CODE)
    return not is_decimal and not digits.startswith("0") and bool(_GROUPED.fullmatch(digits))
