"""Shares are counted once for each guest and story, and shown beside the points."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

PRINTING = "window.print = () => {}"


def test_one_guest_is_one_share_however_often(reader, story, shared):
    ann, ben = reader(), reader()
    for one in (ann, ann, ben):
        one.opens(story)
        assert one.answered("/share", one.share_link("E-mail").click) == 200
        one.share_link("E-mail").click()
    assert shared() == 2
    ann.comes_back_to(story, "2 shares", ann.share_count)
    expect(ann.share_count).to_be_visible()


def test_looking_at_the_share_box_sets_no_cookie_and_sharing_the_guests_own(reader, story):
    ann = reader()
    ann.page.add_init_script(PRINTING)
    ann.opens(story)
    expect(ann.share_count).to_be_hidden()
    ann.answered("/qr.svg", ann.page.get_by_text("QR code", exact=True).click)
    ann.share_button("Print").click()
    ann.share_link("Mastodon").click()
    assert ann.cookies == set()
    assert ann.page.evaluate("localStorage.length") == 0
    ann.answered("/share", ann.share_link("E-mail").click)
    assert ann.cookies == {"guest"}
    assert ann.elsewhere == []


def test_the_count_on_the_page_follows_ones_own_share(reader, story):
    ann, ben = reader(), reader()
    ann.opens(story)
    expect(ann.share_count).to_be_hidden()
    ann.answered("/share", ann.share_link("E-mail").click)
    expect(ann.share_count).to_have_text("1 share")
    ben.comes_back_to(story, "1 share", ben.share_count)
    expect(ben.share_count).to_be_visible()
    ben.answered("/share", ben.share_link("E-mail").click)
    expect(ben.share_count).to_have_text("2 shares")


def test_a_share_that_could_not_be_counted_is_counted_next_time(reader, story, shared):
    ann = reader()
    ann.opens(story)
    ann.page.route("**/share", lambda route: route.abort(), times=1)
    with ann.page.expect_event("requestfailed"):
        ann.share_link("E-mail").click()
    assert ann.answered("/share", ann.share_link("E-mail").click) == 200
    assert shared() == 1
