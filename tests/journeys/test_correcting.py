"""A published story is corrected in the newsroom; a reader sees what, how, and points by then."""

import re

import pytest
from playwright.sync_api import expect

from plaudit.stories.models import Story
from tests.support import cast, making, typewriter

pytestmark = pytest.mark.browser

NINE, TEN = "The ferry to Hithe left at nine", "The ferry to Hithe left at ten"
WRONG, RIGHT = "We wrote that it left at nine.", "It left at ten."


@pytest.fixture
def story(running_site):
    with running_site.database():
        Story.objects.filter(slug="the-hithe-ferry").delete()
        return making.story(NINE, slug="the-hithe-ferry", section=making.section("Hithe"))


@pytest.fixture
def desk(reader, alice):
    one = reader()
    typewriter.sign_in(one.page, alice.username, cast.PASSWORD)
    return one.page


def test_a_reader_sees_the_correction_the_comparison_and_the_points_by_then(
    reader, desk, running_site, story
):
    ann, ben = reader(), reader(has_scripts=False)
    ann.opens(story)
    assert ann.gives() == 200
    corrects(desk, story)
    sees_it_on_the_page(ben, story)
    ben.presses(ben.top.down)
    sees_what_was_changed(ben, story)
    sees_the_points_by_then(ben, story)
    ben.page.goto("/corrections")
    expect(ben.page.get_by_role("main")).to_contain_text(WRONG)


def corrects(page, story):
    """Says first nothing of it, is asked, and finds everything as it was typed."""
    page.goto(f"/newsroom/snippets/stories/story/edit/{story.pk}/")
    page.get_by_role("textbox", name="Headline").fill(TEN)
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text("Choose what kind of change this is.").first).to_be_visible()
    expect(page.get_by_role("textbox", name="Headline")).to_have_value(TEN)
    page.get_by_label("What kind of change").select_option("correction")
    page.get_by_label("What was wrong").fill(WRONG)
    page.get_by_label("What is right, or what is new").fill(RIGHT)
    typewriter.publish(page)


def sees_it_on_the_page(one, story):
    heading = one.page.get_by_role("heading", level=1)
    one.comes_back_to(story, TEN, at=heading)
    one.page.get_by_role("link", name=re.compile("^Corrected on")).click()
    told = one.page.locator(".changes li:target")
    expect(told).to_contain_text(WRONG)
    expect(told).to_contain_text(RIGHT)


def sees_what_was_changed(one, story):
    one.opens(story)
    one.presses(one.page.get_by_role("link", name="See what was changed, word by word"))
    passage = one.page.locator(".passage").first
    expect(passage.locator("del")).to_contain_text("nine")
    expect(passage.locator("ins")).to_contain_text("ten")
    one.presses(one.page.get_by_role("link", name="Version 1 of"))
    expect(one.page.get_by_role("heading", level=1)).to_have_text(NINE)
    expect(one.page.get_by_label("An earlier version")).to_be_visible()


def sees_the_points_by_then(one, story):
    one.opens(story, at="/points")
    rows = one.page.get_by_role("region", name="Before and after corrections").locator("tbody tr")
    expect(rows).to_have_count(2)
    for row, when, figure in ((rows.first, "before", "1"), (rows.last, "since", "−1")):
        expect(row.get_by_role("rowheader")).to_contain_text(f"{when} the correction of")
        expect(row.get_by_role("cell").first).to_have_text(figure)
