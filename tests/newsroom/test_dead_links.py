"""Editors see which links of sources are dead, in the editor and in a list of their stories."""

from datetime import UTC, datetime, timedelta

import pytest

from plaudit.stories import newsdesk
from plaudit.stories.models import Link, Source, Story
from tests.newsroom.forms import STORIES

pytestmark = pytest.mark.django_db
URL = "/newsroom/dead-links/"
DEAD, WELL = "https://gone.example/minutes", "https://well.example/minutes"
ALIVE = datetime(2026, 10, 1, 12, tzinfo=UTC)


def is_heard(url, *answers):
    """What a link answered, a day apart, from the first of October on."""
    link = Link(url=url)
    for day, answer in enumerate(answers):
        link.hear(answer, None, ALIVE + timedelta(days=day))
    link.save()


@pytest.fixture
def publish(write):
    is_heard(DEAD, "alive", "gone", "gone")
    is_heard(WELL, "alive", "gone", "refused", "alive")

    def published(headline="The bridge opens", link=DEAD, **more):
        story = write(headline, **more)
        story.sources = [Source(title="Minutes of the board", link=link)]
        return newsdesk.publish(story)

    return published


def shown(as_, name="alice"):
    return as_(name).get(URL).content.decode()


def test_a_dead_link_is_listed_with_the_day_it_was_last_seen_alive(as_, publish):
    publish()
    publish("All is well", link=WELL)
    page = shown(as_)
    for words in (
        "The bridge opens",
        "Minutes of the board",
        DEAD,
        "Last seen alive on Oct. 1, 2026",
    ):
        assert words in page
    assert "All is well" not in page


def test_the_list_says_when_there_is_none(as_, publish):
    assert "No dead links are known." in shown(as_)


def test_everybody_sees_the_dead_links_of_stories_they_may_see(as_, publish):
    publish("Written by Bob", by="bob")
    publish("Written by Alice", by="alice")
    told = {}
    for name in ("", "charlie", "boris", "bob", "mo", "alice", "dora"):
        answer = as_(name).get(URL)
        page = answer.content.decode() if answer.status_code == 200 else ""
        told[name] = [by for by in ("Bob", "Alice") if f"Written by {by}" in page]
    assert told == {
        "": [],
        "charlie": [],
        "boris": [],
        "bob": ["Bob"],
        "mo": ["Bob", "Alice"],
        "alice": ["Bob", "Alice"],
        "dora": ["Bob", "Alice"],
    }


def test_drafts_and_what_was_taken_back_are_not_listed(as_, publish, write):
    newsdesk.unpublish(publish("Taken back"))
    draft = write("Only a draft")
    draft.sources = [Source(title="Minutes", link=DEAD)]
    draft.save()
    page = shown(as_)
    assert "Taken back" not in page
    assert "Only a draft" not in page


def test_a_story_with_another_link_leaves_the_list(as_, publish):
    story = publish()
    source = story.sources.get()
    source.link = WELL
    story.sources = [source]
    newsdesk.publish(story)
    assert "The bridge opens" not in shown(as_)


def test_a_headline_cannot_break_out_of_the_list(as_, publish):
    publish("<script>alert(1)</script>")
    assert "<script>alert(1)" not in shown(as_)


def test_a_long_list_comes_in_pages(as_, publish, monkeypatch):
    monkeypatch.setattr("plaudit.stories.newsroom.dead_links.ROWS", 1)
    publish("The first")
    publish("The second")
    pages = [as_("alice").get(URL, {"p": p}).content.decode() for p in ("1", "2", "nonsense")]
    assert [[one in page for one in ("The first", "The second")] for page in pages] == [
        [False, True],
        [True, False],
        [False, True],
    ]


@pytest.mark.parametrize(
    ("link", "words"),
    [(DEAD, "This link is dead."), (WELL, "Last seen alive on Oct. 4, 2026")],
)
def test_the_editor_sees_it_beside_the_source(as_, publish, link, words):
    publish(link=link)
    page = as_("alice").get(f"{STORIES}/edit/{Story.objects.get().pk}/").content.decode()
    assert words in page
    assert ("This link is dead." in page) == (link == DEAD)


def test_what_was_never_looked_at_says_nothing(as_, publish):
    publish(link="https://new.example/")
    page = as_("alice").get(f"{STORIES}/edit/{Story.objects.get().pk}/").content.decode()
    assert "link-state" not in page
