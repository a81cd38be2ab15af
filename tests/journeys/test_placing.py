"""An editor places two stories and swaps them by keyboard; a reader sees how, and by whom."""

import pytest
from playwright.sync_api import expect

from plaudit.stories.models import Placement, Story
from tests.support import cast, making, typewriter

pytestmark = pytest.mark.browser
URL = "/newsroom/front-page/"
EVERYTHING_FITS = """() => [...document.querySelectorAll(".front-page :is(button, input, li)")]
  .every((one) => one.getBoundingClientRect().right <= innerWidth)"""
ONE, TWO = "The pier is closed", "The pier is open again"


@pytest.fixture
def two(running_site):
    """Two stories that readers have, and that have their places in the lists."""
    with running_site.database():
        Story.objects.filter(headline__in=[ONE, TWO]).delete()
        return [making.story(headline) for headline in (ONE, TWO)]


@pytest.fixture
def desk(reader, alice):
    one = reader(width="phone")
    typewriter.sign_in(one.page, alice.username, cast.PASSWORD)
    return one.page


@pytest.fixture(autouse=True)
def _clear(running_site, desk):
    yield
    desk.goto(URL)
    while (off := desk.get_by_role("button", name="Take off")).count():
        before = off.count()
        off.first.click()
        expect(off).to_have_count(before - 1)
    desk.get_by_role("button", name="Put on the front page").click()
    desk.get_by_text("as you have arranged it").wait_for()


def press(page, name):
    """With the keyboard alone, as somebody does who has come to the button by tabbing."""
    button = page.get_by_role("button", name=name)
    button.focus()
    page.keyboard.press("Enter")


def test_two_stories_are_placed_and_swapped_and_a_reader_is_told(reader, desk, running_site, two):
    reads = reader(has_scripts=False)
    desk.goto(URL)
    said = desk.locator("front-page-desk").get_by_role("status")
    desk.get_by_role("button", name=f"Place “{ONE}”").first.click()
    expect(said).to_have_text(f"“{ONE}”: The lead.")
    desk.get_by_role("button", name=f"Place “{TWO}”").first.click()
    expect(said).to_have_text(f"“{TWO}”: Secondary story 1.")
    press(desk, f"Move “{ONE}” down")
    expect(said).to_have_text(f"“{ONE}”: Secondary story 1.")
    expect(desk.get_by_role("button", name=f"Move “{ONE}” down")).to_be_focused()
    assert desk.evaluate(EVERYTHING_FITS)
    press(desk, "Put on the front page")
    desk.get_by_text("as you have arranged it").wait_for()
    sees(reads, [TWO, ONE])
    by_dragging(desk)
    sees(reads, [ONE, TWO])
    with running_site.database():
        assert Placement.objects.of_stories().count() >= 4
    reads.page.get_by_role("link", name="All that editors have placed").first.click()
    expect(reads.page.get_by_role("heading", level=1)).to_have_text("Placed by editors")
    expect(reads.page.get_by_role("main")).to_contain_text("There now")
    expect(reads.page.get_by_role("main")).not_to_contain_text("Alice")


def by_dragging(desk):
    rows = desk.locator(".desk-slot")
    heads = rows.locator(".desk-headline")
    heads.nth(1).drag_to(heads.nth(0))
    expect(rows.nth(0)).to_contain_text(ONE)
    desk.get_by_role("button", name="Put on the front page").click()
    desk.get_by_text("as you have arranged it").wait_for()


def sees(one, headlines):
    """The lead and the story beside it, both with the label, as soon as the page has them."""
    cards = one.page.locator("main .card")
    for _ in range(60):
        one.page.goto("/")
        shown = cards.locator(".card-headline").all_inner_texts()[:2]
        if shown == headlines:
            break
        one.page.wait_for_timeout(500)
    assert shown == headlines
    for number in (0, 1):
        expect(cards.nth(number)).to_contain_text("Placed by an editor")
    cards.nth(0).get_by_text("Why is this here?").click()
    expect(cards.nth(0)).to_contain_text("The editor chose this place, and not its points, on")
