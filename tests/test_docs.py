"""What can be set, typed or visited is documented; and the documents link to what is there."""

import argparse
import re
from importlib import import_module
from pathlib import Path

import pytest
from django.urls import get_resolver

from plaudit.__main__ import VERBS
from plaudit.settings import Settings, variable
from tests.support.home import ROOT

OPERATORS = ROOT / "docs" / "operators"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURES = ROOT / "docs" / "pictures"
ADDRESSES = (ROOT / "docs" / "developers" / "addresses.md").read_text()
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(#[^)\s]+)?\)")


def section(text, heading):
    """What stands under a heading, up to the next of its kind."""
    start = text.index(f"\n## {heading}")
    return text[start : text.find("\n## ", start + 1)]


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented_with_its_variable(name):
    line = f"| `{name}` | `{variable(name)}` |"
    assert line in (OPERATORS / "settings.md").read_text()


def test_no_setting_is_documented_that_is_none():
    told = re.findall(r"^\| `(\w+)` \|", (OPERATORS / "settings.md").read_text(), re.MULTILINE)
    assert set(told) == set(Settings.model_fields)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_and_option_is_documented(verb):
    told = section((OPERATORS / "commands.md").read_text() + "\n## ", f"plaudit {verb}")
    parser = argparse.ArgumentParser()
    import_module(f"plaudit.commands.{verb}").add_arguments(parser)
    if verb == "story":
        told += (ROOT / "docs" / "guide" / "adding-stories.md").read_text()
    for option in options(parser):
        assert f"`{option}" in told or f" {option}" in told, option


def options(parser):
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for sub in action.choices.values():
                yield from options(sub)
        yield from (name for name in action.option_strings if name not in ("-h", "--help"))


def test_every_address_is_documented():
    told = {re.sub(r"<[^>]+>", "<>", found) for found in re.findall(r"`(/[^`?]*)", ADDRESSES)}
    unheard_of = [route for route in routes(get_resolver().url_patterns) if route not in told]
    assert [route for route in unheard_of if not route.startswith(FOLDERS)] == []


FOLDERS = ("/media/", "/newsroom/", "/accounts/")


def as_documented(route):
    """What is the same for every scope and every list is told once, for one of them."""
    route = re.sub(r"<list:\w+>", "hot", "/" + route)
    route = re.sub(r"<[^>]+>", "<>", route)
    route = re.sub(r"^/(tags|authors)/", "/sections/", route)
    return re.sub(r"^/(new|hot|popular|top)\b", "/trending", route)


def routes(patterns):
    for pattern in patterns:
        if not hasattr(pattern, "url_patterns"):
            yield as_documented(str(pattern.pattern))


def test_every_picture_is_shown_somewhere_and_none_is_missing():
    shown = {
        (document.parent / found).resolve()
        for document in DOCUMENTS
        for found in re.findall(r"!\[[^]]+\]\(([^)\s]+)\)", document.read_text())
        if not found.startswith("http")
    }
    assert {path for path in shown if path.parent == PICTURES} == set(PICTURES.iterdir())


def test_pictures_of_the_newsroom_are_small():
    large = [path.name for path in PICTURES.glob("newsroom-*") if path.stat().st_size > 60_000]
    assert large == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_link_leads_nowhere(document):
    for path, _anchor in LINK.findall(document.read_text()):
        assert (document.parent / Path(path)).exists(), path
