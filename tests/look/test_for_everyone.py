"""Pages that everybody can read: axe finds nothing to say about any of them, in either theme."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.look import paper

pytestmark = pytest.mark.browser

# Not among the rules that axe applies of itself: what is pressed is at least 24 px across.
EVERY_RULE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
# A theme changes colours and nothing else.
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}


@pytest.fixture(autouse=True)
def at_rest(page):
    """A button that is changing its colours has neither the old ones nor the new."""
    page.emulate_media(reduced_motion="reduce")


def complaints(page, options):
    found = Axe().run(page, options=options)
    return found.generate_report() if found.violations_count else ""


def unfold(page):
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


@pytest.mark.parametrize("address", paper.ALL.values(), ids=paper.ALL)
def test_axe_finds_nothing_in_either_theme(show, address):
    page = show(address)
    unfold(page)
    page.emulate_media(color_scheme="light")
    assert complaints(page, EVERY_RULE) == ""
    page.emulate_media(color_scheme="dark")
    assert complaints(page, COLOURS) == ""


def test_axe_finds_nothing_once_points_and_the_share_box_are_in_use(show):
    page = show("/stories/in-words")
    page.get_by_role("button", name="Give a point").first.click()
    page.get_by_role("link", name="Mastodon").click()
    page.locator("point-bar .points-status:not(:empty)").wait_for()
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        assert complaints(page, EVERY_RULE) == ""


def test_whoever_wants_less_motion_gets_none(show):
    page = show("/stories/everything")
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      if (!one.checkVisibility()) return false;  // what is never seen: a film's captions
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0
        || style.scrollBehavior === "smooth";
    }).map((one) => one.tagName)"""
    assert page.evaluate(moving) == []
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(moving) != []
