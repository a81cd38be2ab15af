"""The plain links of the share box: to which networks, with which address, and nothing else."""

from html.parser import HTMLParser
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from plaudit.people.networks import DEFAULT_NETWORKS, NETWORKS
from plaudit.sharing import links
from plaudit.stories.models import Story
from tests.sharing.passing import AWKWARD, SITE
from tests.support import making

pytestmark = pytest.mark.django_db
URL = f"{SITE}/stories/the-ferry"
# For each network: where it takes a share, and the fields of what it is told.
FIELDS = {
    "mastodon": ("https://share.joinmastodon.org/", {"text": "both"}),
    "bluesky": ("https://bsky.app/intent/compose", {"text": "both"}),
    "threads": ("https://www.threads.com/intent/post", {"text": "headline", "url": "url"}),
    "x": ("https://x.com/intent/post", {"text": "headline", "url": "url"}),
    "facebook": ("https://www.facebook.com/sharer/sharer.php", {"u": "url"}),
    "whatsapp": ("https://wa.me/", {"text": "both"}),
    "telegram": ("https://t.me/share/url", {"url": "url", "text": "headline"}),
    "reddit": ("https://www.reddit.com/submit", {"url": "url", "title": "headline"}),
    "linkedin": ("https://www.linkedin.com/sharing/share-offsite/", {"url": "url"}),
    "hackernews": ("https://news.ycombinator.com/submitlink", {"u": "url", "t": "headline"}),
    "mail": ("mailto:", {"subject": "headline", "body": "letter"}),
}


class Anchors(HTMLParser):
    """The links to networks, by key, and every address the page would fetch by itself."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: dict[str, dict[str, str | None]] = {}
        self.fetched: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if found.get("data-network"):
            self.links[found["data-network"]] = found
        if tag in ("script", "img", "iframe", "link") and found.get("rel") != "canonical":
            self.fetched.append(found.get("src") or found.get("href") or "")


def anchors(client, story):
    return Anchors(client.get(story.get_absolute_url()).content.decode())


def told(address):
    """Where a link leads and what it says there, taken apart as the network does it."""
    parts = urlsplit(address)
    where = f"{parts.scheme}:" if parts.scheme == "mailto" else address.split("?")[0].split("#")[0]
    # In a mailto address a plus sign is a plus sign; nowhere do we write one for a space.
    return where, {name: value for name, [value] in parse_qs(parts.query or parts.fragment).items()}


def test_every_network_of_today_is_known_here():
    assert set(FIELDS) == set(NETWORKS)


@pytest.mark.parametrize("network", FIELDS)
@pytest.mark.parametrize("headline", AWKWARD.values(), ids=AWKWARD)
def test_a_network_is_told_the_headline_and_the_address_and_nothing_else(policy, network, headline):
    policy(share_networks=[network])
    [link] = links.links(URL, headline)
    said = {
        "headline": headline,
        "url": URL,
        "both": f"{headline} {URL}",
        "letter": f"{headline}\r\n\r\n{URL}",
    }
    where, fields = FIELDS[network]
    assert told(link.url) == (where, {name: said[what] for name, what in fields.items()})
    assert link.url.isascii()
    assert not set(link.url) & set(" +\"'<>\n")


@pytest.mark.parametrize("network", FIELDS)
def test_a_headline_cannot_add_a_line_to_a_letter(policy, network):
    policy(share_networks=[network])
    [link] = links.links(URL, "The ferry\r\nBcc: all@gazette.example\x00")
    assert "The ferry Bcc: all@gazette.example" in unquote(link.url) or network in (
        "facebook",
        "linkedin",
    )
    assert "%0D%0ABcc" not in link.url
    assert "%00" not in link.url


@pytest.mark.parametrize("headline", AWKWARD.values(), ids=AWKWARD)
def test_the_page_has_the_links_whole(client, policy, headline):
    policy(share_networks=list(NETWORKS))
    story = making.story(headline)
    found = anchors(client, story).links
    url = SITE + story.get_absolute_url()
    assert {key: link["href"] for key, link in found.items()} == {
        link.key: link.url for link in links.links(url, headline)
    }


def test_a_new_site_offers_networks_in_their_order(client, story):
    assert list(anchors(client, story).links) == list(DEFAULT_NETWORKS)


def test_the_newsroom_chooses_the_networks_and_their_order(client, story, policy):
    policy(share_networks=["mail", "bluesky"])
    assert list(anchors(client, story).links) == ["mail", "bluesky"]


def test_a_site_may_choose_none_and_still_has_a_code_and_its_address(client, story, policy):
    policy(share_networks=[])
    page = client.get(story.get_absolute_url()).content.decode()
    assert Anchors(page).links == {}
    assert 'data-action="copy"' in page
    assert f"{story.get_absolute_url()}/qr.svg" in page


def test_a_network_that_is_no_more_is_left_out(client, story, policy):
    policy(share_networks=["orkut", "mail"])
    assert list(anchors(client, story).links) == ["mail"]


def test_a_link_opens_beside_the_story_and_a_letter_opens_no_empty_page(client, story):
    found = anchors(client, story).links
    for key, link in found.items():
        assert link.get("target") == (None if key == "mail" else "_blank")
        assert set((link["rel"] or "").split()) == {"noopener", "nofollow"}


def test_the_page_fetches_nothing_from_a_network(client, policy, story):
    policy(share_networks=list(NETWORKS))
    fetched = anchors(client, story).fetched
    assert fetched
    assert [address for address in fetched if "//" in address and SITE not in address] == []


def test_the_box_asks_the_database_for_its_networks_once(client, story, django_assert_num_queries):
    client.get(story.get_absolute_url())
    with django_assert_num_queries(1):
        from plaudit.sharing.templatetags.sharing import share_links

        share_links(story)


def test_a_preview_has_nothing_to_pass_on(rf, alice, story):
    request = rf.get("/")
    request.user = alice
    page = Story.serve_preview(story, request, "")
    page = page.render() if hasattr(page, "render") else page
    assert b"data-network" not in page.content
