"""Every block of a body: documented, looked at by the tests of the look, and short of nothing."""

import re

import pytest
from django.contrib.staticfiles import finders

from plaudit.stories.blocks import BODY
from tests.look import paper
from tests.stories import test_story_page
from tests.support import making
from tests.support.home import ROOT

DOCUMENT = (ROOT / "docs" / "developers" / "blocks.md").read_text()
NAMES = [name for name, _block in BODY]


def test_every_block_is_documented_and_nothing_else_is():
    assert re.findall(r"^\| `(\w+)` \|", DOCUMENT, re.MULTILINE) == NAMES


@pytest.mark.parametrize(("name", "block"), BODY, ids=NAMES)
def test_what_a_block_may_hold_is_documented(name, block):
    row = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| `{name}` |"))
    fields = getattr(block, "child_blocks", {})
    assert [field for field in fields if f"`{field}`" not in row] == []


@pytest.mark.parametrize(("name", "block"), BODY, ids=NAMES)
def test_what_its_pages_need_is_there(name, block):
    for kind in ("stylesheet", "script"):
        file = getattr(block.meta, kind, "")
        assert not file or finders.find(file), file


@pytest.mark.django_db
def test_every_block_is_looked_at_and_read():
    assert {name for name, _ in paper.every_block(making.photo())} == set(NAMES)
    without_pictures = {name for name, _ in test_story_page.EVERY_BLOCK}
    assert set(NAMES) - without_pictures == {
        "image", "gallery", "before_after", "recording",
    }  # fmt: skip
