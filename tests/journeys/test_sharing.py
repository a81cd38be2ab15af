"""Passing a story on: "Like it? Share it with your friends!"."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HEADLINE = "Ferry & tram: “50 % later”, says #Ann"
# The share sheet is the system's and nobody can click it in a test: it takes, or is closed.
SHEET = "navigator.share = async what => { window.shared = what; }"
CLOSED = "navigator.share = async () => { throw new DOMException('', 'AbortError'); }"
BROKEN = "navigator.share = async () => { throw new DOMException('', 'NotAllowedError'); }"
NO_SHEET = "delete Navigator.prototype.share"
PRINTING = "window.print = () => { window.isPrinted = true; }"
NO_COPYING = "delete Navigator.prototype.clipboard"


@pytest.fixture
def story(publish):
    return publish(HEADLINE)


def test_the_heading_and_the_way_to_it(reader, story):
    ann = reader()
    ann.opens(story)
    share = ann.page.get_by_role("region", name="Like it? Share it with your friends!")
    expect(share.locator("share-box")).to_be_visible()
    expect(share.locator("point-bar")).to_be_visible()


def test_the_systems_share_sheet_gets_headline_and_address(reader, story, shared):
    ann = finds(reader(), story, SHEET)
    assert ann.answered("/share", ann.share_button("Share…").click) == 200
    assert ann.page.evaluate("window.shared") == {"url": ann.address_of(story), "title": HEADLINE}
    assert shared() == 1


def test_a_share_sheet_that_is_closed_again_shared_nothing(reader, story, shared):
    ann = finds(reader(), story, CLOSED)
    ann.share_button("Share…").click()
    assert ann.answered("/share", ann.share_link("E-mail").click) == 200  # and this is the first
    expect(ann.share_box.get_by_role("status")).to_have_text("")
    assert shared() == 1


def test_a_share_sheet_that_does_not_open_gives_the_address(reader, story):
    ann = finds(reader(), story, BROKEN)
    ann.share_button("Share…").click()
    expect(ann.share_box.get_by_role("status")).to_contain_text(ann.address_of(story))


def test_where_the_system_has_no_share_sheet_no_button_offers_it(reader, story):
    ann = finds(reader(), story, NO_SHEET)
    expect(ann.share_button("Copy link")).to_be_visible()
    expect(ann.share_button("Share…")).to_have_count(0)


def test_the_link_is_copied_and_said_so(reader, story, shared):
    ann = reader(permissions=["clipboard-read", "clipboard-write"])
    ann.opens(story)
    assert ann.answered("/share", ann.share_button("Copy link").click) == 200
    expect(ann.share_box.get_by_role("status")).to_have_text("The link was copied.")
    assert ann.page.evaluate("navigator.clipboard.readText()") == ann.address_of(story)
    assert shared() == 1


def test_where_copying_is_not_allowed_the_address_is_shown(reader, story, shared):
    ann = finds(reader(), story, NO_COPYING)
    ann.share_button("Copy link").click()
    expect(ann.share_box.get_by_role("status")).to_have_text(
        f"Your browser did not allow copying. The address is: {ann.address_of(story)}"
    )
    assert shared() == 0


def test_each_networks_link_carries_headline_and_address(reader, story):
    ann = reader()
    ann.opens(story)
    here = ann.address_of(story)
    both = f"{HEADLINE} {here}"
    for name, page, fields in (
        ("Bluesky", "https://bsky.app/intent/compose", {"text": both}),
        ("Facebook", "https://www.facebook.com/sharer/sharer.php", {"u": here}),
        ("WhatsApp", "https://wa.me/", {"text": both}),
        ("Telegram", "https://t.me/share/url", {"url": here, "text": HEADLINE}),
        ("Reddit", "https://www.reddit.com/submit", {"url": here, "title": HEADLINE}),
        ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/", {"url": here}),
        ("X", "https://x.com/intent/post", {"text": HEADLINE, "url": here}),
        ("E-mail", "mailto:", {"subject": HEADLINE, "body": f"{HEADLINE}\r\n\r\n{here}"}),
    ):
        address, _, query = ann.share_link(name).get_attribute("href").partition("?")
        assert address == page
        assert parse_qs(query) == {key: [value] for key, value in fields.items()}
    # Where no script asks for the reader's own server first:
    mastodon = urlsplit(ann.share_link("Mastodon").get_attribute("href"))
    assert mastodon.hostname == "share.joinmastodon.org"
    assert unquote(mastodon.fragment) == f"text={both}"


def test_a_network_opens_in_a_tab_of_its_own_that_knows_nothing_of_ours(reader, story, shared):
    ann = reader()
    ann.opens(story)
    with ann.context.expect_page() as opened:
        assert ann.answered("/share", ann.share_link("Bluesky").click) == 200
    assert opened.value.evaluate("[window.opener, document.referrer]") == [None, ann.site.url + "/"]
    assert [address.partition("?")[0] for address in ann.elsewhere] == [
        "https://bsky.app/intent/compose"
    ]
    ann.elsewhere.clear()
    assert shared() == 1


def test_printing(reader, story, shared):
    ann = finds(reader(), story, PRINTING)
    ann.share_button("Print").click()
    assert ann.page.evaluate("window.isPrinted")
    assert shared() == 0


def test_mail_opens_no_tab(reader, story, shared):
    ann = reader()
    ann.opens(story)
    mail = ann.share_link("E-mail")
    assert mail.get_attribute("href").startswith("mailto:?subject=Ferry%20%26%20tram")
    assert mail.get_attribute("target") is None
    assert ann.answered("/share", mail.click) == 200
    assert len(ann.context.pages) == 1
    assert shared() == 1


def test_the_qr_code_is_fetched_when_it_is_asked_for(reader, story):
    ann = reader()
    ann.opens(story)
    code = ann.share_box.get_by_role("img")
    expect(code).to_be_hidden()
    assert ann.answered("/qr.svg", ann.page.get_by_text("QR code", exact=True).click) == 200
    expect(code).to_be_visible()
    expect(ann.share_box.locator(".qr p")).to_have_text(ann.address_of(story))


def finds(one, story, script):
    """A reader at the story, whose browser is as this script makes it."""
    one.page.add_init_script(script)
    one.opens(story)
    return one
