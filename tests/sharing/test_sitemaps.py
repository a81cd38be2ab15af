"""Site maps: every published story for search engines, in parts."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from plaudit.sharing.sitemaps import StorySitemap
from plaudit.stories import newsdesk
from plaudit.stories.models import Story
from tests.rankings.making import NOON, stories
from tests.sharing.passing import SITE, xml
from tests.support import making

pytestmark = pytest.mark.django_db
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture
def small_parts(monkeypatch):
    """Parts of 10, so that 25 stories are many."""
    monkeypatch.setattr(StorySitemap, "limit", 10)


def locations(found):
    return [location.text for location in found.iter(f"{MAP}loc")]


def everything(client):
    """All stories that a search engine finds from the index on."""
    found = []
    for part in locations(xml(client.get("/sitemap.xml"))):
        assert part.startswith(f"{SITE}/sitemap-stories.xml")
        found += locations(xml(client.get(part.removeprefix(SITE))))
    return found


def address(story):
    return SITE + story.get_absolute_url()


def test_the_index_leads_to_every_story_once_newest_first(client, small_parts):
    made = stories(25)
    assert everything(client) == [address(story) for story in made]
    parts = locations(xml(client.get("/sitemap.xml")))
    assert [part.removeprefix(f"{SITE}/sitemap-stories.xml") for part in parts] == [
        "",
        "?p=2",
        "?p=3",
    ]


def test_a_part_is_no_longer_than_the_protocol_and_the_server_bear():
    assert StorySitemap.limit == 5000


def test_a_large_site_has_parts_whose_numbers_are_plain(client, monkeypatch):
    """1,000 with a comma would be no number of a part."""
    monkeypatch.setattr(StorySitemap, "limit", 1)
    stories(1001)
    parts = locations(xml(client.get("/sitemap.xml")))
    assert parts[-1] == f"{SITE}/sitemap-stories.xml?p=1001"
    assert len(locations(xml(client.get(parts[-1].removeprefix(SITE))))) == 1


def test_only_what_is_published_is_in_it(client):
    story, gone = making.story(), making.story("To be taken back")
    making.draft("A secret plan")
    newsdesk.unpublish(gone)
    assert everything(client) == [address(story)]


def test_an_empty_site_has_an_empty_one(client):
    assert everything(client) == []


def test_it_says_when_a_story_was_last_published(client):
    story = making.story(at=NOON - timedelta(days=3))
    newsdesk.publish(story)
    Story.objects.filter(pk=story.pk).update(last_published_at=NOON)
    for path in ("/sitemap.xml", "/sitemap-stories.xml"):
        [last] = xml(client.get(path)).iter(f"{MAP}lastmod")
        assert last.text.startswith("2026-11-24")


def test_the_index_does_not_read_every_story(client):
    stories(50)
    with CaptureQueriesContext(connection) as captured:
        client.get("/sitemap.xml")
    assert len(captured) == 3  # how many and how new the stories, how new the pages
    assert all("slug" not in query["sql"] for query in captured)


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-stories.xml", "/robots.txt"])
def test_another_host_that_reaches_the_site_changes_no_address(client, path):
    making.story()
    elsewhere = client.get(path, headers={"Host": "localhost:9"})
    assert elsewhere.content == client.get(path).content
    assert b"localhost" not in elsewhere.content


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-stories.xml", "/robots.txt"])
def test_it_may_be_kept_and_who_has_it_is_told_that_it_is_the_same(client, charlie, path):
    making.story()
    client.force_login(charlie)
    answer = client.get(path)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")
    again = client.get(path, headers={"If-None-Match": answer["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_it_is_another_when_a_story_is_taken_back(client):
    made = [making.story(f"Story {number}") for number in range(3)]
    before = client.get("/sitemap-stories.xml")
    newsdesk.unpublish(made[0])
    after = client.get("/sitemap-stories.xml", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert not after.has_header("Last-Modified")


@pytest.mark.parametrize("path", ["/sitemap.xml", "/sitemap-stories.xml", "/robots.txt"])
@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, path, method):
    answer = getattr(client, method)(path)
    assert (answer.status_code, answer["Allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize(
    "path",
    [
        *("/sitemap-users.xml", "/sitemap-.xml", "/sitemap-stories.xml/"),
        *(f"/sitemap-stories.xml?p={p}" for p in ("0", "-1", "2", "x", "1.5", "9" * 5000)),
    ],
)
def test_a_part_that_is_not_there_is_a_404_that_helps(client, path):
    making.story()
    answer = client.get(path)
    assert answer.status_code == 404
    assert "<h1" in answer.content.decode()


def test_the_list_itself_is_not_to_be_found_by_searching(client):
    for path in ("/sitemap.xml", "/sitemap-stories.xml"):
        assert "noindex" in client.get(path)["X-Robots-Tag"]
