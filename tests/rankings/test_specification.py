"""docs/spec/lists.md tells the truth: its example adds up, and its fields are the real ones."""

import json
import re

import pytest
from django.utils import translation

from plaudit.rankings import catalogue, formulas
from tests.rankings import making
from tests.support.home import ROOT

PAGE = (ROOT / "docs" / "spec" / "lists.md").read_text()
FOUND = re.search(r"```json\n(.*?)\n```", PAGE, re.DOTALL)
assert FOUND
EXAMPLE = json.loads(FOUND[1])


def test_the_example_adds_up():
    [place] = EXAMPLE["places"]
    fresh, gained = place["freshness"], place["gained"]
    assert formulas.head_start(place["points"]) == fresh["head_start"]
    assert formulas.freshness(fresh["published"], place["points"]) == fresh["sum"]
    assert place["points"] - gained["points_at_start"] == gained["trending"]
    assert EXAMPLE["window"]["slots"] == formulas.SLOTS["trending"]
    assert EXAMPLE["window"]["slot_seconds"] == formulas.SLOT_SECONDS
    assert f"```\n{place['why']}\n```" in PAGE


def test_the_example_is_told_in_the_sites_own_words():
    with translation.override("en"):
        assert EXAMPLE["sentence"] == str(catalogue.TRENDING.sentence)
        assert EXAMPLE["formula"] == str(catalogue.TRENDING.formula)


@pytest.mark.django_db
def test_every_field_is_documented_and_there_is_no_other(client):
    story = making.stories(1)[0]
    making.give(story, 3)
    making.settle()
    listed = client.get("/trending.json").json()
    [place] = listed["places"]
    documented = set(re.findall(r"`(?:places\[\]\.)?(\w+)`", PAGE[PAGE.index("## As data") :]))
    assert set(listed) | set(place) <= documented
    assert set(EXAMPLE) <= set(listed)
    assert set(EXAMPLE["places"][0]) <= set(place)
    assert set(EXAMPLE["places"][0]["gained"]) == set(place["gained"])


def test_the_lists_are_the_documented_ones():
    told = re.findall(r"^\| ([\w ]+) `(/\w*)` \|", PAGE, re.MULTILINE)
    menu = [(str(chosen.name), f"/{chosen.key}") for chosen in catalogue.MENU]
    assert told == [("Front page", "/"), *menu]
