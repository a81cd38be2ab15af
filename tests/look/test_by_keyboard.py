"""A reader without a mouse: to the text at once, always seeing where they are, in order."""

from itertools import pairwise

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

STOP = """() => {
  const one = document.activeElement;
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  return {
    name: (one.textContent || one.title).trim().slice(0, 40),
    leads: one.href,
    isOutside: one === document.body,
    isRinged: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isInView: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    place: [...document.querySelectorAll("*")].indexOf(one),
  };
}"""


def stops(page):
    """Everything that Tab leads to, from the top of the page to its end."""
    found = {}
    while True:
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["isOutside"] or stop["place"] in found:
            return list(found.values())
        found[stop["place"]] = stop


@pytest.mark.parametrize(
    "address", ["/", "/stories/everything", "/stories/everything/points", "/accounts/signup/"]
)
def test_every_stop_is_seen_and_they_come_in_the_order_of_the_page(show, address):
    found = stops(show(address))
    assert len(found) > 10
    assert [stop["name"] for stop in found if not stop["isRinged"]] == []
    assert [stop["name"] for stop in found if not stop["isInView"]] == []
    places = [stop["place"] for stop in found]
    assert places == sorted(places)


def test_the_first_stop_leads_past_the_masthead(show):
    page = show("/stories/everything")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_a_picture_that_leads_where_its_headline_leads_is_no_second_stop(show):
    page = show("/tags/ferries")
    assert page.locator("main a:has(img)").count() > 0
    leads = [stop["leads"] for stop in stops(page) if stop["leads"]]
    assert [one for one, following in pairwise(leads) if one == following] == []


def test_a_point_is_given_and_passed_on_without_a_mouse(browse, printed):
    page = browse().new_page()
    page.goto("/stories/in-words")
    up = page.locator("#points").get_by_role("button", name="Give a point")
    up.focus()
    page.keyboard.press("Space")
    expect(up).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#points").get_by_role("status")).to_contain_text("was counted")
    expect(up).to_be_focused()
    mastodon = page.get_by_role("link", name="Mastodon")
    mastodon.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your Mastodon server")).to_be_focused()


def test_why_a_story_is_in_its_place_is_told_without_a_mouse(show):
    page = show("/tags/ferries")
    why = page.get_by_text("Why is this here?").first
    why.focus()
    page.keyboard.press("Enter")
    expect(page.locator("details.why[open] p").first).to_contain_text("Nr 1")


def test_a_table_is_sorted_up_down_and_back_without_a_mouse(show):
    page = show("/stories/everything")
    table = page.get_by_role("region", name="Ferries", exact=True)
    column = table.get_by_role("columnheader", name="Minutes late")
    orders = [
        ("ascending", ["Hope", "Faith", "Charity"]),
        ("descending", ["Faith", "Hope", "Charity"]),
        (None, ["Hope", "Faith", "Charity"]),
    ]
    column.get_by_role("button").focus()
    for order, names in orders:
        page.keyboard.press("Enter")
        expect(table.get_by_role("rowheader")).to_have_text(names)
        assert column.get_attribute("aria-sort") == order
    table.get_by_role("button", name="Name").click()
    expect(table.get_by_role("rowheader")).to_have_text(["Charity", "Faith", "Hope"])
