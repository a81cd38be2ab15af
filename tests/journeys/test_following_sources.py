"""A reader follows a quotation to where it comes from, and back, with scripts and without."""

import pytest
from playwright.sync_api import expect

from plaudit.stories import ulid
from tests.support import making

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_mark_leads_to_the_list_and_the_list_leads_back(reader, publish, has_scripts):
    key = ulid.new()
    story = publish(
        "The ferry in the minutes",
        sources=[{"title": "A talk"}, {"title": "Minutes", "key": key}],
        body=[making.PARAGRAPH, making.quoted(key), making.PARAGRAPH],
    )
    page = reader(has_scripts=has_scripts).opens(story)
    page.get_by_role("link", name="Source 2", exact=True).click()
    expect(page.locator(":target")).to_contain_text("Minutes")
    page.get_by_role("link", name="Back to the quotation from source 2").click()
    expect(page.locator(":target")).to_have_accessible_name("Source 2")
