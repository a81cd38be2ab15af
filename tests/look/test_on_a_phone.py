"""The smallest screen that anybody reads on: 320 px across. Nothing reaches out of it."""

import pytest

from tests.look import paper

pytestmark = pytest.mark.browser

REACHING_OUT = """() => {
  for (const one of document.querySelectorAll("details")) one.open = true;
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""
HAS_MOVED = """(one) => new Promise((tell) => {
  const look = () => (one.scrollLeft > 0 ? tell(true) : requestAnimationFrame(look));
  look();
})"""
OTHER_DIRECTION = "() => { document.documentElement.dir = 'rtl'; }"


@pytest.fixture(autouse=True)
def phone(page):
    page.set_viewport_size({"width": 320, "height": 640})


@pytest.mark.parametrize("address", paper.ALL.values(), ids=paper.ALL)
def test_no_page_scrolls_sideways_in_either_direction(show, address):
    page = show(address)
    assert page.evaluate(REACHING_OUT) == 0
    page.evaluate(OTHER_DIRECTION)
    assert page.evaluate(REACHING_OUT) == 0


def test_the_longest_headline_is_there_to_its_last_letter(show):
    headline = show("/stories/one-word").get_by_role("heading", level=1)
    assert headline.inner_text() == paper.LONGEST_HEADLINE
    assert headline.evaluate("one => one.scrollWidth <= one.clientWidth")


def test_a_wide_table_scrolls_within_itself_by_keyboard_too(show):
    table = show("/stories/one-word").get_by_role("region", name="Every ferry")
    assert table.evaluate("one => one.scrollWidth > one.clientWidth")
    table.focus()
    table.press("ArrowRight")
    assert table.evaluate(HAS_MOVED)


def test_no_line_of_small_facts_begins_or_ends_with_its_separator(show):
    """The dot before whatever begins a line stands outside of what is shown."""
    page = show("/stories/everything")
    hidden = page.locator(".byline").evaluate(
        """(line) => [...line.children].map((one) => [
          one.getBoundingClientRect().left === line.firstElementChild.getBoundingClientRect().left,
          one.getBoundingClientRect().left - line.getBoundingClientRect().left,
          parseFloat(getComputedStyle(line).getPropertyValue("--cut"))
            * parseFloat(getComputedStyle(line).fontSize),
        ]).filter(([isFirst]) => isFirst)"""
    )
    assert len(hidden) > 1  # it takes several lines here
    for _, before, cut in hidden:
        assert cut > before / 2  # the dot stands in the middle of what is before its words


def test_what_readers_press_most_is_as_large_as_a_fingertip(show):
    page = show("/stories/everything")
    for button in page.locator(".points-button:visible, share-box .button:visible").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 44
