"""Two pictures of one place: uncovered by pointer or keyboard, side by side without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

SHOWN = "(one) => getComputedStyle(one).clipPath"


def test_the_line_between_them_moves_by_keyboard(show):
    page = show("/stories/everything")
    line = page.get_by_role("slider", name="Where “Before” ends and “Today” begins")
    after = page.locator("before-after .is-after img")
    assert after.evaluate(SHOWN) == "inset(0px 0px 0px 50%)"
    line.focus()
    page.keyboard.press("ArrowRight")
    assert after.evaluate(SHOWN) == "inset(0px 0px 0px 51%)"
    assert line.get_attribute("aria-valuetext") == "Before 51 %, Today 49 %"


def test_it_moves_to_where_the_picture_is_pressed_in_either_direction(show):
    page = show("/stories/everything")
    pictures, after = page.locator("before-after"), page.locator("before-after .is-after img")
    pictures.scroll_into_view_if_needed()
    box = pictures.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + 20)
    assert after.evaluate(SHOWN) == "inset(0px 0px 0px 25%)"
    page.evaluate("document.documentElement.dir = 'rtl'")
    page.locator(".story-body").evaluate("one => { one.dir = 'rtl'; }")
    box = pictures.bounding_box()
    page.mouse.click(box["x"] + box["width"] / 4, box["y"] + 20)
    assert after.evaluate(SHOWN) == "inset(0px 75% 0px 0px)"


@pytest.mark.parametrize("media", ["screen", "print"])
def test_without_scripts_and_on_paper_both_stand_side_by_side(browse, printed, media):
    page = browse(has_scripts=media == "print").new_page()
    page.goto("/stories/everything")
    page.emulate_media(media=media)
    boxes = [one.bounding_box() for one in page.locator("before-after figure").all()]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    for name in ("Before", "Today"):
        expect(page.locator("before-after figcaption", has_text=name)).to_be_visible()
    assert page.locator("before-after .is-after img").evaluate(SHOWN) == "none"
    expect(page.locator("before-after input:visible")).to_have_count(0)
