"""The catalogues of languages, and the words that the code and the templates have for them."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import polib
from django.utils.translation.template import templatize

from tests.support.home import ROOT

SOURCE = ROOT / "src" / "plaudit"
LOCALE = SOURCE / "locale"
LANGUAGES = sorted(path.parts[-3] for path in LOCALE.glob("*/LC_MESSAGES/django.po"))
TEMPLATES = sorted([*SOURCE.rglob("templates/**/*.html"), *SOURCE.rglob("templates/**/*.txt")])
MODULES = sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.parts)

# What each function of gettext is given: its context, singular and plural, by place.
PLACES = {
    "gettext": (None, 0, None),
    "ngettext": (None, 0, 1),
    "pgettext": (0, 1, None),
    "npgettext": (0, 1, 2),
}
QUOTED = r"""u?(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
CALLED = re.compile(rf"\b(n?p?gettext|_)\(({QUOTED}(?:,\s*{QUOTED})*)")


class Words(NamedTuple):
    """What a catalogue has a translation for: how it is found there."""

    context: str
    singular: str
    plural: str


@cache
def catalogue(language: str) -> polib.POFile:
    return polib.pofile(str(_file(language, "po")))


def pairs(found: polib.POFile | polib.MOFile) -> dict[Words, list[str]]:
    """The words of a catalogue and what it has for them, a text for each plural form."""
    return {
        Words(entry.msgctxt or "", entry.msgid, entry.msgid_plural): (
            [entry.msgstr_plural[form] for form in sorted(entry.msgstr_plural)]
            if entry.msgid_plural
            else [entry.msgstr]
        )
        for entry in found
        if not entry.obsolete
    }


def compiled(language: str) -> dict[Words, list[str]]:
    """What is read at run time."""
    return pairs(polib.mofile(str(_file(language, "mo"))))


@cache
def said() -> frozenset[Words]:
    """Everything the site may say, in the words of the code."""
    in_code = {words for path in MODULES for words in _of_module(path)}
    return frozenset(in_code | {words for path in TEMPLATES for words in _of_template(path)})


def _file(language: str, kind: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / f"django.{kind}"


def _of_module(path: Path) -> Iterator[Words]:
    tree = ast.parse(path.read_text())
    names = {
        alias.asname or alias.name: alias.name.removesuffix("_lazy")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation"
        for alias in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = names.get(node.func.id, "")
            if function in PLACES:
                place = f"{path}:{node.lineno}"
                yield _words(function, [_literal(argument, place) for argument in node.args])


def _literal(argument: ast.expr, place: str) -> str:
    """What is translated is written out, or no catalogue could know it; a count is not."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    assert not isinstance(argument, ast.JoinedStr), f"{place}: an f-string cannot be translated."
    return ""


def _of_template(path: Path) -> Iterator[Words]:
    for function, arguments in CALLED.findall(templatize(path.read_text(), origin=str(path))):
        yield _words(function.replace("_", "gettext"), ast.literal_eval(f"[{arguments}]"))


def _words(function: str, arguments: list[str]) -> Words:
    found = ("" if place is None else arguments[place] for place in PLACES[function])
    return Words(*found)
