"""Mastodon is many servers: the reader's own is asked for once, and kept on this device only."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def story(publish):
    return publish("Ferry & tram")


def test_the_own_mastodon_server_is_asked_for_once_and_remembered(reader, story, publish):
    ann = reader()
    field = is_asked_for_the_server(ann, story)
    expect(field).to_be_focused()
    field.fill("@ann@Example.Social")
    with ann.context.expect_page() as opened:
        ann.page.keyboard.press("Enter")
    assert opened.value.url.startswith("https://example.social/share?text=Ferry%20%26%20tram")
    assert opened.value.url.endswith(story.slug)
    opened.value.close()
    ann.opens(publish("Another story"))
    ann.share_link("Mastodon").click()
    expect(field).to_have_value("example.social")
    assert all(address.startswith("https://example.social/") for address in ann.elsewhere)
    ann.elsewhere.clear()


def test_asking_again_for_the_server_keeps_what_is_being_typed(reader, story):
    ann = reader()
    field = is_asked_for_the_server(ann, story)
    field.fill("example.soc")
    ann.share_link("Mastodon").click()
    expect(field).to_have_value("example.soc")


@pytest.mark.parametrize("typed", ["no server", "mastodon", "javascript:alert(1)", "a:b:c", "@ann"])
def test_what_is_no_server_is_said_to_be_none(reader, story, shared, typed):
    ann = reader()
    field = is_asked_for_the_server(ann, story)
    field.fill(typed)
    ann.share_button("Continue").click()
    expect(field).to_have_value(typed)
    expect(ann.share_box.get_by_role("status")).to_contain_text("mastodon.social")
    assert ann.page.evaluate("localStorage.length") == 0
    assert len(ann.context.pages) == 1
    assert shared() == 0


def test_a_server_that_is_put_right_is_complained_of_no_more(reader, story):
    ann = reader()
    field = is_asked_for_the_server(ann, story)
    field.fill("example")
    ann.share_button("Continue").click()
    expect(ann.share_box.get_by_role("status")).to_contain_text("mastodon.social")
    field.fill("https://example.social/@ann")
    with ann.context.expect_page() as opened:
        ann.share_button("Continue").click()
    assert opened.value.url.startswith("https://example.social/share?")
    expect(ann.share_box.get_by_role("status")).to_have_text("")
    ann.elsewhere.clear()


def is_asked_for_the_server(one, story):
    """At the story, after a click on Mastodon; the field to answer in."""
    one.opens(story)
    one.share_link("Mastodon").click()
    return one.share_box.get_by_label("Your Mastodon server")
