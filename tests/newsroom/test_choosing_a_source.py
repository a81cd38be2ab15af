"""A quotation's source is chosen in the editor, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from plaudit.stories import ulid
from plaudit.stories.models import Story
from tests.support import making, typewriter

pytestmark = pytest.mark.browser
GONE = "One that is in the list no more"


@pytest.fixture
def desk(newsroom, running_site):
    """The editor with a story that has a source, which a quotation points at."""
    key = ulid.new()
    with running_site.database():
        source = {"title": "Minutes", "publisher": "Harbour", "key": key}
        story = making.story("The harbour", sources=[source], body=[making.quoted(key)])
    newsroom.goto(f"/newsroom/snippets/stories/story/edit/{story.pk}/")
    newsroom.story = story
    return newsroom


def choices(desk):
    return desk.locator("source-choice select")


def row(desk, number):
    return desk.locator("#id_sources-FORMS > :not(.deleted)").nth(number)


def add(desk, title):
    desk.get_by_role("button", name="Add Source").click()
    row(desk, -1).get_by_label("Title").fill(title)


def test_a_quotation_shows_its_source_and_offers_those_just_typed(desk, running_site):
    choice = choices(desk)
    expect(choice.locator("option")).to_have_text(["No source", "1. Minutes – Harbour"])
    expect(choice).to_have_value(re.compile(".{26}"))
    add(desk, "A talk")
    add(desk, "A letter")
    offered = ["No source", "1. Minutes – Harbour", "2. A talk", "3. A letter"]
    expect(choice.locator("option")).to_have_text(offered)
    choice.select_option("3. A letter")
    desk.locator("#id_change_kind").select_option("minor")
    typewriter.publish(desk)
    assert desk.complaints == []
    with running_site.database():
        story = Story.objects.get(pk=desk.story.pk)
        letter = story.sources.get(title="A letter")
        assert story.body[0].value["source"] == letter.key
        assert len({source.key for source in story.sources.all()}) == 3
    desk.goto(story.get_absolute_url())
    desk.get_by_role("link", name="Source 3", exact=True).click()
    expect(desk.locator("#source-3:target")).to_contain_text("A letter")


def test_a_source_that_is_taken_out_stays_chosen_until_somebody_decides(desk):
    row(desk, 0).get_by_title("Delete").click()
    choice = choices(desk)
    expect(choice.locator("option")).to_have_text(["No source", GONE])
    expect(choice.locator("option:checked")).to_have_text(GONE)
    desk.locator("#id_change_kind").select_option("minor")
    desk.get_by_role("button", name="More actions").click()
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_text("Choose another, or none.")).to_be_visible()
    expect(choices(desk).locator("option:checked")).to_have_text(GONE)


def test_a_new_quotation_has_the_choice_by_its_label(desk):
    desk.locator("#panel-child-story-body-content [title='Insert a block']").last.click()
    desk.get_by_role("option", name="Quotation").click()
    expect(choices(desk)).to_have_count(2)
    added = desk.get_by_label("Source", exact=True).last
    expect(added.locator("option:checked")).to_have_text("No source")
    added.select_option("1. Minutes – Harbour")
    assert desk.complaints == []
