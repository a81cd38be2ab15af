"""Readers give points to the items of a ranked list."""

import pytest
from playwright.sync_api import expect

from tests.journeys.people import Bar
from tests.stories.items import ranked

pytestmark = pytest.mark.browser


@pytest.fixture
def story(publish):
    return publish(body=[ranked("Hope", "Faith")])


def bar_of(reader, title):
    return Bar(reader.page.get_by_role("group", name=title, exact=True))


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_point_goes_to_one_item_and_is_there_after_reloading(reader, story, has_scripts):
    ann, ben = reader(has_scripts=has_scripts), reader()
    ann.opens(story)
    if has_scripts:
        ann.gives(bar_of(ann, "Faith"))
    else:
        ann.presses(bar_of(ann, "Faith").up)
        assert "#item-" in ann.page.url
    for _ in range(2):
        bar_of(ann, "Faith").shows("1 point", 1)
        bar_of(ann, "Hope").shows("0 points", 0)
        ann.shows("0 points")
        ann.page.reload()
    at = "#points, [role=group]:has-text('1 point')"
    ben.comes_back_to(story, "1 point", ben.page.locator(".item-points .points").last)
    assert ben.page.locator(at).count() == 2
    bar_of(ben, "Faith").shows("1 point", 0)


def test_it_is_taken_back_and_both_are_said(reader, story):
    ann = reader()
    ann.opens(story)
    hope = bar_of(ann, "Hope")
    ann.gives(hope)
    expect(hope.status).to_have_text("Your point was counted. 1 point")
    ann.gives(hope)
    expect(hope.status).to_have_text("Your point was taken back. 0 points")
    hope.shows("0 points", 0)


def test_each_item_has_a_receipt_of_its_own(reader, story):
    ann = reader()
    ann.opens(story)
    hope, faith = bar_of(ann, "Hope"), bar_of(ann, "Faith")
    expect(faith.all.get_by_text("Your receipt")).to_be_hidden()
    ann.gives(faith)
    expect(hope.all.get_by_text("Your receipt")).to_be_hidden()
    with ann.page.expect_download() as download:
        faith.all.get_by_text("Your receipt").click()
    assert "about i/" in download.value.path().read_text()


def test_points_for_an_item_by_keyboard(reader, story):
    ann = reader()
    ann.opens(story)
    up = bar_of(ann, "Hope").up
    up.focus()
    ann.answered("/point", lambda: ann.page.keyboard.press("Enter"))
    bar_of(ann, "Hope").shows("1 point", 1)
    expect(up).to_be_focused()
