"""The same page on paper, and for readers who read from the other side."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


@pytest.fixture
def paper_of(page, show):
    page.emulate_media(media="print")
    yield show
    page.emulate_media(media="screen")


def test_a_printed_story_has_its_text_its_points_and_its_address(paper_of, printed):
    page = paper_of("/stories/everything")
    for words in ("The ferry left on time", "Bea Writer", "Why it left on time"):
        expect(page.get_by_text(words).first).to_be_visible()
    expect(page.locator("#points .points")).to_be_visible()
    expect(page.locator("#points .points")).to_have_text("12 points")
    address = page.locator("footer .print-only", has_text="/stories/everything")
    expect(address).to_be_visible()
    expect(page.locator(".featured figcaption")).to_contain_text("The Test Gazette")


def test_a_printed_story_says_where_each_source_can_be_read(paper_of):
    page = paper_of("/stories/everything")
    expect(page.locator(".source-mark").first).to_be_visible()
    link = page.locator("#source-1 a").first
    after = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert after == '" (https://harbour.example/minutes)"'
    expect(page.locator(".source-back").first).to_be_hidden()


@pytest.mark.parametrize("address", ["/stories/everything", "/", "/stories/everything/points"])
def test_nothing_that_is_pressed_is_printed(paper_of, address):
    page = paper_of(address)
    expect(
        # The name of a column is printed, though it can be pressed.
        page.locator("button:not(th *):visible, input:visible, summary:visible, nav:visible")
    ).to_have_count(0)
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_a_wide_table_is_printed_whole(paper_of):
    table = paper_of("/stories/one-word").get_by_role("region", name="Every ferry")
    assert table.evaluate("one => getComputedStyle(one).overflowX") == "visible"


def test_the_table_beneath_a_chart_is_printed_though_it_is_folded(paper_of):
    figures = paper_of("/stories/everything").locator(".figures").first
    assert figures.get_attribute("open") is None
    assert figures.locator("table").evaluate("one => one.getBoundingClientRect().height") > 50


def test_a_story_in_arabic_on_an_english_site_is_set_from_the_right(show):
    page = show("/stories/arabic")
    root = page.locator("html")
    assert (root.get_attribute("lang"), root.get_attribute("dir")) == ("en", "ltr")
    for part in ("h1", ".story-head .dek", ".story-body"):
        told = page.locator(part).evaluate("one => [one.lang, getComputedStyle(one).direction]")
        assert told == ["ar", "rtl"]
    for own in (".byline", "point-bar", ".share"):  # the site speaks its own language
        direction = page.locator(own).first.evaluate("one => getComputedStyle(one).direction")
        assert direction == "ltr"


def test_its_headline_in_a_list_says_its_language_too(show):
    # A list of its own: other tests publish on the same site, and fill the first page of New.
    headline = show("/tags/ferries").get_by_role("heading", name="العبّارة تغادر في موعدها")
    assert headline.evaluate("one => [one.lang, one.dir]") == ["ar", "rtl"]
    assert headline.evaluate("one => getComputedStyle(one).letterSpacing") in ("normal", "0px")


def test_what_is_said_in_a_recording_is_printed_though_it_is_folded(paper_of):
    one = paper_of("/stories/everything").locator(".recording").first
    assert one.locator(".transcript p").evaluate("p => p.getBoundingClientRect().height") > 5
    expect(one.locator("audio:visible")).to_have_count(0)


@pytest.mark.django_db
def test_a_site_in_arabic_is_set_from_the_right_all_over(client, settings):
    settings.LANGUAGE_CODE = "ar"
    for address in ("/", "/new", "/how-points-work", "/accounts/login/", "/nowhere"):
        assert '<html lang="ar" dir="rtl">' in client.get(address).content.decode()
