"""Points in words and digits, as the language of the page writes them."""

from collections.abc import Callable
from typing import Any

from django.utils.formats import get_format, number_format
from django.utils.translation import get_language, get_language_bidi, ngettext

LEFT_TO_RIGHT = "\u200e"
MARK = "%(figure)s"
# A form that fits one number may be that number in words ("a point"); this one fits many.
OF_MANY = 100
# One number of each plural category a browser may name (Intl.PluralRules).
SAMPLES = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": OF_MANY}


def figure(number: int) -> str:
    """A whole number: 12,345 or 12.345."""
    digits = str(number_format(abs(number), decimal_pos=0, force_grouping=True))
    return f"{sign('−')}{digits}" if number < 0 else digits


def signed(number: int) -> str:
    """With its sign, for columns where gains and losses stand below each other."""
    return f"{sign('+')}{figure(number)}" if number > 0 else figure(number)


def sign(mark: str) -> str:
    """Plus or minus as it stands before digits; among Arabic words it needs to be told to."""
    return f"{LEFT_TO_RIGHT}{mark}" if get_language_bidi() else mark


def points(number: int) -> str:
    """How "%(figure)s points" is said of a number; some languages say 1 and 2 in words."""
    return ngettext("%(figure)s point", "%(figure)s points", number)


def pattern(number: int, said: Callable[[int], str] = points) -> str:
    """The phrase for a number, with MARK for its figure."""
    return form(said, number, MARK)


def phrase(number: int, said: Callable[[int], str] = points) -> str:
    """The number and its noun: "1 point", "583 points"."""
    return pattern(number, said) % {"figure": figure(number)}


def form(said: Callable[[int], str], number: int, mark: str) -> str:
    """The plural form for a number; below zero never one without its figure, and so its sign."""
    found = said(abs(number))
    return found if number >= 0 or mark in found else said(OF_MANY)


def for_scripts(said: Callable[[int], str] = points) -> dict[str, Any]:
    """What `figures.js` needs to write the phrase in a language it does not know.

    `patterns` has it for each plural category, with {} for its figure: {"one": "{} point", ...}.
    """
    return {
        "language": get_language(),
        "thousands": _thousands(),
        "minus": sign("−"),
        "patterns": {name: said(number).replace(MARK, "{}") for name, number in SAMPLES.items()},
    }


def _thousands() -> str:
    """What stands between the thousands; empty where they are not set apart."""
    return str(get_format("THOUSAND_SEPARATOR")) if get_format("NUMBER_GROUPING") == 3 else ""
