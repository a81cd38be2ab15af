"""docs/house.md is true: what it names is there, and what is there has its room in it."""

import re

import pytest

from tests.support.home import ROOT

SOURCE = ROOT / "src" / "plaudit"
TEXT = (ROOT / "docs" / "house.md").read_text()
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", TEXT)))
ROOMS = [path.name for path in SOURCE.iterdir() if path.suffix == ".py" or path.is_dir()]
NO_ROOM = {"__init__.py", "__pycache__", "static", "templates"}
BASES = [ROOT, ROOT / "docs", SOURCE, *(path for path in SOURCE.iterdir() if path.is_dir())]
STYLE = SOURCE / "static" / "plaudit" / "css"


def is_file(name):
    return re.fullmatch(r"[\w/]+(\.(py|md|css)|/)", name)


def defines(function, files):
    return any(re.search(rf"def {function}\(", file.read_text()) for file in files)


@pytest.mark.parametrize("name", filter(is_file, NAMED))
def test_every_file_it_names_is_there(name):
    assert any((base / name).exists() for base in [*BASES, STYLE])


@pytest.mark.parametrize("name", sorted(set(ROOMS) - NO_ROOM))
def test_every_room_is_in_it(name):
    assert {name, f"{name}/"} & set(NAMED)


VERBS = [one for one in NAMED if re.fullmatch(r"[a-z]+\.[a-z_]+", one) and not is_file(one)]


@pytest.mark.parametrize("name", VERBS)
def test_every_verb_it_names_is_in_its_noun(name):
    noun, _, verb = name.partition(".")
    assert defines(verb, SOURCE.rglob(f"{noun}.py"))


@pytest.mark.parametrize("name", [one for one in NAMED if re.fullmatch(r"[a-z_]+\(\)", one)])
def test_every_adjective_it_names_is_one_of_a_queryset(name):
    assert defines(name.removesuffix("()"), SOURCE.rglob("*queryset.py"))
