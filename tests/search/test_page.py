"""The search of readers: a page without scripts, data for programs, bounds for both."""

from html import unescape

import pytest
from django.db import connection

from plaudit.press.rules import SiteRules
from plaudit.search import bounds
from plaudit.search.bounds import Exhausted
from tests.search.making import put, settle
from tests.support import making

pytestmark = pytest.mark.django_db


def page(client, q, **more):
    answer = client.get("/search", {"q": q, **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_page_shows_stories_with_what_was_found_marked(client):
    story = put("The ferry left on time", "Nobody on the ferry had expected it.", dek="A riddle.")
    html = page(client, "ferry expected")
    assert f'<a href="{story.get_absolute_url()}">The <mark>ferry</mark> left on time</a>' in html
    assert "Nobody on the <mark>ferry</mark> had <mark>expected</mark> it." in html
    assert "1 story" in html


def test_nothing_of_a_story_or_a_query_is_html(client):
    put("<b>Ferry</b> & co", "&lt;script&gt;alert(1)&lt;/script&gt; on the ferry")
    html = page(client, '"><script>alert(2)</script> ferry')
    assert "<script>alert" not in html
    html = page(client, "ferry")
    assert "&lt;b&gt;<mark>Ferry</mark>&lt;/b&gt; &amp; co" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; on the <mark>ferry</mark>" in html


def test_without_words_it_says_how_and_with_nothing_found_what_to_try(client):
    assert "side by side" in page(client, "")
    html = page(client, "nowhere", kind="opinion")
    assert "No story has all of this." in html
    assert 'href="/search?q=nowhere"' in html


def test_the_form_remembers_what_was_asked_and_each_filter_can_be_taken_away(client):
    put("The ferry left", authors=[making.author("Bea Writer")], tags=["boats"], kind="opinion")
    html = page(client, "ferry", section="town", author="bea-writer", **{"from": "2020-01-01"})
    assert 'value="ferry"' in html
    assert '<option value="town" selected>' in html
    assert '<input type="hidden" name="author" value="bea-writer">' in html
    links = unescape(html)
    assert 'href="/search?q=ferry&author=bea-writer&from=2020-01-01"' in links
    assert (
        'href="/search?q=ferry&section=town&author=bea-writer&from=2020-01-01&tag=boats"' in links
    )


def test_pages_lead_on_and_back(client):
    for number in range(21):
        making.story(f"Ferry {number}")
    settle()
    first = client.get("/search", {"q": "ferry"}).context["answer"]
    html = client.get(first.next_url).content.decode()
    assert html.count('class="place is-found"') == 1
    assert 'rel="prev" href="/search?q=ferry"' in html
    data = client.get("/search.json", {"q": "ferry"}).json()
    assert (data["count"], len(data["stories"]), data["previous"]) == (21, 20, None)
    following = client.get(data["next"]).json()
    assert len(following["stories"]) == 1
    assert {story["id"] for story in data["stories"] + following["stories"]} == {
        story.about for story in making.Story.objects.all()
    }


def test_data_says_what_the_page_says(client):
    story = put("The ferry left", "On the ferry.", authors=[making.author("Bea Writer")])
    answer = client.get("/search.json", {"q": "ferry", "kind": "poem"})
    data = answer.json()
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert {key: data[key] for key in ("query", "count", "is_more", "page", "unknown", "next")} == {
        "query": "ferry", "count": 1, "is_more": False, "page": 1, "unknown": ["poem"], "next": None
    }  # fmt: skip
    (found,) = data["stories"]
    assert found["id"] == story.about
    assert found["authors"] == ["Bea Writer"]
    assert found["passage"] == [
        {"text": "On the ", "is_found": False},
        {"text": "ferry", "is_found": True},
        {"text": ".", "is_found": False},
    ]


@pytest.mark.parametrize("address", ["/search", "/search.json"])
def test_an_answer_is_kept_by_nobody_indexed_by_nobody_and_sets_no_cookie(client, address):
    answer = client.get(address, {"q": "ferry"})
    assert answer["Cache-Control"] == "private, no-cache"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert not answer.cookies
    rules = SiteRules(None, None)
    assert rules.key(address, "q=ferry") is rules.key(address, "") is None


def test_it_is_in_the_masthead_and_browsers_are_told_of_it(client):
    html = client.get("/").content.decode()
    assert '<a href="/search" rel="search">Search</a>' in html
    assert 'href="/opensearch.xml"' in html
    told = client.get("/opensearch.xml")
    assert told["Content-Type"] == "application/opensearchdescription+xml"
    assert "/search?q={searchTerms}" in told.content.decode()


@pytest.mark.parametrize("address", ["/search", "/search.json"])
def test_who_finds_all_turns_taken_is_asked_to_come_again(client, monkeypatch, address):
    monkeypatch.setattr(bounds, "_turns", bounds.BoundedSemaphore(1))
    with bounds.bounded(), pytest.raises(Exhausted), bounds.bounded(patience=0.01):
        pass
    with bounds.bounded():
        answer = client.get(address, {"q": "ferry"})
    assert answer.status_code == 503
    assert answer["Retry-After"]
    assert client.get(address, {"q": "ferry"}).status_code == 200


SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT MAX(i) "
    "FROM n",
    "postgresql": "SELECT pg_sleep(60)",
}


def test_what_takes_too_long_is_stopped_and_the_next_search_is_not():
    with pytest.raises(Exhausted), bounds.bounded(longest=0.05), connection.cursor() as cursor:
        cursor.execute(SLOW[connection.vendor])
    with bounds.bounded(), connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 2")
        assert cursor.fetchone() == (2,)
