"""Every list as a feed: well-formed, complete, and the same for whoever asks."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plaudit.rankings import catalogue
from plaudit.stories import newsdesk
from plaudit.stories.models import Author, Section, Story
from tests.rankings.making import NOON, ago, byline, give, settle, stories
from tests.sharing.passing import AWKWARD, SITE, xml
from tests.support import making

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
KEYS = [found.key for found in catalogue.MENU]
SCOPES = ["/sections/town", "/authors/bea-writer", "/tags/река"]
EVERY = [
    *("/feed", *(f"/{key}/feed" for key in KEYS)),
    *(f"{scope}{ending}/feed" for scope in SCOPES for ending in ("", *(f"/{k}" for k in KEYS))),
]


@pytest.fixture
def paper():
    """Three stories in Town by Bea Writer about the river, the first with the most points."""
    made = stories(3)
    for place, story in enumerate(made):
        story.tags.add("река")
        story.save()
        byline(story, making.author("Bea Writer"))
        give(story, 3 - place)
    settle()
    return made


def feed(client, address="/feed", **headers):
    return xml(client.get(address, headers=headers))


def entries(found):
    return found.findall(f"{ATOM}entry")


def titles(found):
    return [text(entry, "title") for entry in entries(found)]


def text(element, name):
    return element.findtext(f"{ATOM}{name}")


def links(element, rel):
    return [link.get("href") for link in element.findall(f"{ATOM}link[@rel='{rel}']")]


def published(story):
    """A published story, its place given."""
    settle(datetime.now(UTC))
    return story


@pytest.mark.parametrize("address", EVERY)
def test_every_list_has_one_with_its_stories(client, paper, address):
    answer = client.get(address)
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert titles(xml(answer)) == ["Story 0", "Story 1", "Story 2"]


@pytest.mark.parametrize("address", EVERY)
def test_every_address_in_it_is_whole_and_leads_where_it_says(client, paper, address):
    found = feed(client, address)
    [own], [page] = links(found, "self"), links(found, "alternate")
    assert Client().get(own.removeprefix(SITE)).content == client.get(address).content
    assert client.get(page.removeprefix(SITE)).status_code == 200
    assert text(found, "id") == page
    addresses = [link.get("href") for link in found.iter(f"{ATOM}link")]
    assert len(addresses) == 2 + 3
    assert all(each.startswith(f"{SITE}/") and each.isascii() for each in addresses)


@pytest.mark.parametrize("address", EVERY)
def test_the_page_of_a_list_names_its_feed(client, paper, address):
    page = client.get(address.removesuffix("/feed") or "/").content.decode()
    [own] = links(feed(client, address), "self")
    assert f'type="application/atom+xml" href="{own.removeprefix(SITE)}"' in page


def test_it_says_whose_list_it_is_and_what_orders_it(client, paper):
    found = feed(client, "/sections/town/hot/feed")
    assert text(found, "title") == "The Test Gazette – Town – Hot"
    assert text(found, "subtitle") == str(catalogue.HOT.sentence)
    assert found.find(f"{ATOM}author/{ATOM}name").text == "The Test Gazette"


@pytest.mark.parametrize("address", EVERY[:6])
def test_an_empty_list_is_a_feed_without_entries_that_does_not_change(client, address):
    with time_machine.travel(NOON, tick=False):
        first = client.get(address)
    assert entries(xml(first)) == []
    with time_machine.travel(NOON + timedelta(days=1), tick=False):
        assert client.get(address).content == first.content
    assert datetime.fromisoformat(text(xml(first), "updated")).tzinfo


def test_it_is_as_long_as_a_long_page_and_no_longer(client):
    stories(40)
    settle()
    assert titles(feed(client, "/new/feed")) == [f"Story {number}" for number in range(30)]


@pytest.mark.parametrize("headline", AWKWARD.values(), ids=AWKWARD)
def test_a_headline_is_a_text_whatever_is_in_it(client, headline):
    dek = f"“{headline}” & more"
    published(making.story(headline, dek=dek))
    found = feed(client)
    assert titles(found) == [headline]
    title = entries(found)[0].find(f"{ATOM}title")
    assert (title.get("type") or "text", len(title)) == ("text", 0)


def test_a_dek_is_html_in_which_its_signs_are_signs(client):
    published(making.story(dek="<script>alert(1)</script> & more"))
    summary = entries(feed(client))[0].find(f"{ATOM}summary")
    assert summary.get("type") == "html"
    assert summary.text == "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp; more</p>"


def test_without_a_dek_there_is_no_summary(client):
    published(making.story(dek=""))
    assert entries(feed(client))[0].find(f"{ATOM}summary") is None


@pytest.mark.parametrize("sign", ["\x0b", "\x1b", "\ufffe", "\x08"])
def test_a_sign_that_xml_cannot_hold_does_not_take_the_feed_away(client, sign):
    """An import or a paste from a terminal brings them; every list the story is in has a feed."""
    Section.objects.create(slug="odd", name=f"Odd{sign} section")
    making.story(
        f"The{sign} ferry",
        dek=f"Nobody{sign} knows",
        section=Section.objects.get(slug="odd"),
        authors=[Author.objects.create(slug="odd", name=f"Odd{sign} Writer")],
    )
    settle(datetime.now(UTC))
    for address in ("/feed", "/sections/odd/feed", "/authors/odd/new/feed"):
        found = feed(client, address)
        assert titles(found) == ["The ferry"]
        assert sign not in "".join(found.itertext())


def test_an_entry_names_every_author_apart_and_its_section(client):
    published(making.story(authors=[making.author("Bea Writer"), making.author("Cal & Co")]))
    [entry] = entries(feed(client))
    names = [name.text for name in entry.findall(f"{ATOM}author/{ATOM}name")]
    assert names == ["Bea Writer", "Cal & Co"]
    assert [sort.get("term") for sort in entry.findall(f"{ATOM}category")] == ["Town"]


def test_a_story_without_a_byline_has_no_empty_author(client):
    published(making.story())
    assert entries(feed(client))[0].findall(f"{ATOM}author") == []


def test_a_story_in_another_language_says_so(client):
    published(making.story("العبّارة تغادر في موعدها", language="ar"))
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    found = feed(client)
    assert (found.get(language), entries(found)[0].get(language)) == ("en", "ar")


def test_times_have_a_zone_and_say_first_and_last_published(client):
    first, last = ago(days=2, minutes=7), ago(hours=1)
    story = making.story(at=first)
    Story.objects.filter(pk=story.pk).update(last_published_at=last)
    published(story)
    found = feed(client)
    [entry] = entries(found)
    assert datetime.fromisoformat(text(entry, "published")) == first
    assert datetime.fromisoformat(text(entry, "updated")) == last
    assert datetime.fromisoformat(text(found, "updated")) == last


def test_a_story_keeps_its_id_when_headline_and_address_change(client):
    story = published(making.story())
    [before] = entries(feed(client))
    story.headline, story.slug = "The ferry was late after all", "ferry-late"
    newsdesk.publish(story)
    [after] = entries(feed(client))
    assert text(before, "id") == text(after, "id") == f"tag:127.0.0.1:8000,2026:{story.about}"
    assert links(after, "alternate") == [f"{SITE}/stories/ferry-late"]


def test_a_picture_comes_with_it_by_its_whole_address(client):
    cache.clear()  # sizes of pictures are remembered by numbers, which tests use again
    published(making.story(image=making.photo()))
    [link] = entries(feed(client))[0].findall(f"{ATOM}link[@rel='enclosure']")
    picture = link.get("href")
    assert picture.startswith(f"{SITE}/media/")
    served = client.get(picture.removeprefix(SITE))
    assert link.get("length") == str(len(b"".join(served)))
    published(making.story("Without one"))
    assert len(list(feed(client).iter(f"{ATOM}link"))) == 2 + 3


def test_only_what_is_published_is_in_it_and_what_is_taken_back_is_out_at_once(client, paper):
    making.draft("A secret plan")
    newsdesk.unpublish(Story.objects.get(headline="Story 1"))
    for address in EVERY:
        assert titles(feed(client, address)) == ["Story 0", "Story 2"]


def test_a_draft_of_a_published_story_is_not_in_it(client):
    story = published(making.story())
    story.headline = "Not yet to be read"
    story.save_revision()
    assert titles(feed(client)) == ["The ferry left on time"]


# For whoever asks again and again


@pytest.mark.parametrize("address", ["/feed", "/hot/feed", "/tags/река/feed"])
def test_who_has_it_is_told_that_it_is_the_same(client, paper, address):
    answer = client.get(address)
    again = client.get(address, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "max-age=60, public"
    other = client.get(address, headers={"If-None-Match": '"another"'})
    assert (other.status_code, other["ETag"]) == (200, answer["ETag"])


def test_compressed_it_is_the_same_as_well(client):
    stories(30)
    settle()
    answer = client.get("/new/feed", headers={"Accept-Encoding": "gzip"})
    assert answer["Content-Encoding"] == "gzip"
    headers = {"Accept-Encoding": "gzip", "If-None-Match": answer["ETag"]}
    assert client.get("/new/feed", headers=headers).status_code == 304


def test_it_is_another_when_stories_change_places_or_one_is_taken_back(client, paper):
    """No story is newer then, so the time of the newest must not decide."""
    seen = [client.get("/top/feed")]
    give(paper[2], 3, voters=[5, 6, 7, 8])
    settle()
    seen.append(client.get("/top/feed"))
    newsdesk.unpublish(Story.objects.get(headline="Story 1"))
    seen.append(client.get("/top/feed"))
    assert len({answer["ETag"] for answer in seen}) == 3
    since = "Tue, 24 Nov 2026 13:00:00 GMT"
    assert not any(answer.has_header("Last-Modified") for answer in seen)
    assert client.get("/top/feed", headers={"If-Modified-Since": since}).status_code == 200


def test_it_is_the_same_for_all_and_open_to_scripts_of_other_sites(client, charlie, paper):
    first = client.get("/feed")
    client.force_login(charlie)
    second = client.get("/feed")
    assert second.content == first.content
    assert not second.cookies
    assert "Cookie" not in second.get("Vary", "")
    assert second["Access-Control-Allow-Origin"] == "*"


def test_another_host_that_reaches_the_site_changes_no_address_in_it(client, paper):
    assert client.get("/feed", headers={"Host": "localhost:9"}).content == (
        client.get("/feed").content
    )


def test_it_costs_the_same_with_many_stories_as_with_few(client):
    def questions():
        with CaptureQueriesContext(connection) as captured:
            feed(client, "/new/feed")
        return len(captured)

    for number in range(2):
        published(making.story(f"Early {number}", image=making.photo()))
    questions()  # makes the pictures' sizes
    few = questions()
    for number in range(6):
        published(making.story(f"Late {number}", image=making.photo()))
    questions()
    assert questions() == few


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("address", ["/feed", "/trending/feed", "/sections/town/feed"])
def test_it_is_only_read(client, paper, method, address):
    answer = getattr(client, method)(address)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


def test_a_head_has_no_body(client, paper):
    answer = client.head("/feed")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize(
    "address",
    [
        "/sections/nowhere/feed",
        "/tags/nothing/feed",
        "/tags/%ff/feed",
        f"/tags/{'a' * 5000}/feed",
        "/authors/nobody/top/feed",
        "/sections/town/best/feed",
        "/front/feed",
        "/feed/",
    ],
)
def test_what_is_not_there_is_a_404_that_helps(client, paper, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


@pytest.mark.parametrize("query", ["?after=x", "?page=%0A", "?" + "a=1&" * 2000])
def test_a_query_changes_nothing(client, paper, query):
    assert client.get(f"/feed{query}").content == client.get("/feed").content


def test_it_is_xml_that_starts_with_its_declaration(client, paper):
    content = client.get("/feed").content
    assert content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    assert ET.fromstring(content).tag == f"{ATOM}feed"
