"""Everything a reader can do in a browser that runs no JavaScript."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def ann(reader):
    return reader(has_scripts=False)


def test_a_point_is_given_changed_and_taken_back(ann, story):
    ann.opens(story)
    for button, figure, own in (
        (ann.top.up, "1 point", 1),
        (ann.bottom.down, "−1 point", -1),
        (ann.top.down, "0 points", 0),
    ):
        ann.presses(button)
        ann.shows(figure, own)
        assert ann.page.url == f"{ann.site.url}{story.get_absolute_url()}#points"


def test_no_cookie_before_the_first_point(ann, story):
    ann.opens(story)
    ann.page.goto("/new")
    assert ann.cookies == set()
    ann.opens(story)
    ann.presses(ann.top.up)
    assert ann.cookies == {"guest"}


def test_reloading_gives_no_second_point(ann, story):
    ann.opens(story)
    ann.presses(ann.top.up)
    ann.page.reload()
    expect(ann.top.figure).to_have_text("1 point")


def test_going_back_and_pressing_again_gives_no_second_point(ann, story):
    ann.opens(story)
    ann.presses(ann.top.up)
    expect(ann.top.figure).to_have_text("1 point")
    ann.page.go_back()
    ann.presses(ann.top.up)
    ann.page.reload()
    assert ann.top.figure.inner_text() in ("0 points", "1 point")


def test_only_what_works_is_shown_for_sharing(ann, story):
    ann.opens(story)
    assert ann.share_box.locator("button:visible").all_inner_texts() == []
    assert ann.share_box.get_by_role("link").all_inner_texts() == [
        *("Mastodon", "Bluesky", "Facebook", "WhatsApp", "Telegram"),
        *("Reddit", "LinkedIn", "X", "E-mail"),
    ]
    ann.page.get_by_text("QR code", exact=True).click()
    assert ann.share_box.get_by_role("img").evaluate("one => one.complete && one.naturalWidth > 0")
    assert story.get_absolute_url() in ann.share_box.locator(".qr p").inner_text()


def test_past_the_cap_a_page_says_why_and_leads_on(ann, reader, story, policy):
    policy(guests_per_prefix=1)
    first = reader(has_scripts=False)
    first.opens(story)
    first.presses(first.top.up)
    ann.opens(story)
    assert ann.answered("/point", ann.top.up.click) == 429
    expect(ann.page.get_by_role("heading", level=1)).to_have_text("Your point was not counted")
    expect(ann.page.locator("main")).to_contain_text("which takes JavaScript. Or sign in")
    sign_in = ann.page.locator("main").get_by_role("link", name="Sign in", exact=True)
    assert f"next={story.get_absolute_url().replace('/', '%2F')}" in sign_in.get_attribute("href")
    ann.page.get_by_role("link", name=f"Back to “{story.headline}”").click()
    expect(ann.top.figure).to_have_text("1 point")
    assert ann.top.own == 0
    first.page.reload()
    assert first.top.own == 1
