"""Where a story comes from: shown under it, at its quotations, and to programs."""

from datetime import date

import html5lib
import pytest
from django.core.exceptions import ValidationError

from plaudit.stories import newsdesk, sources, ulid
from plaudit.stories.models import Source, Story
from tests.stories.test_story_page import linked_data, page_of, text_of
from tests.support import making

pytestmark = pytest.mark.django_db

MINUTES, TALK, WIRE = ulid.new(), ulid.new(), ulid.new()
SOURCES = [
    {
        "key": MINUTES,
        "title": "Minutes of the harbour board",
        "publisher": "Harbour of Pellbridge",
        "link": "https://harbour.example/minutes",
        "archive_link": "https://archive.example/minutes",
        "read_on": date(2026, 11, 3),
    },
    {
        "key": TALK,
        "title": "Talk with the mayor",
        "kind": Source.Kind.INTERVIEW,
        "read_on": date(2026, 11, 4),
    },
    {
        "key": WIRE,
        "title": "Ferry on time",
        "kind": Source.Kind.WIRE,
        "link": "https://wire.example/1",
    },
    {"title": "We were on board", "kind": Source.Kind.OWN},
]
BODY = [
    making.quoted(TALK),
    making.PARAGRAPH,
    making.quoted(MINUTES, speaker="", text="The board took note."),
    making.quoted(TALK, text="To the minute."),
    making.quoted(text="Said to nobody."),
]


@pytest.fixture
def story():
    return making.story(sources=SOURCES, body=BODY)


def test_sources_are_listed_under_the_story_in_their_order(client, story):
    page = page_of(client, story)
    text = text_of(page)
    told = [
        "Sources",
        "Minutes of the harbour board , Harbour of Pellbridge",
        "Document read on Nov. 3, 2026 archived copy",
        "Talk with the mayor",
        "Interview Nov. 4, 2026",
        "Ferry on time",
        "News agency",
        "We were on board",
        "Own reporting",
        "Like it?",
    ]
    places = [text.index(words, text.index("Sources")) for words in told]
    assert places == sorted(places)
    assert '<a href="https://harbour.example/minutes" rel="noopener">' in page
    assert '<a href="https://archive.example/minutes" rel="noopener">' in page


def test_marks_lead_from_quotations_to_the_list_and_back(client, story):
    tree = html5lib.parse(page_of(client, story), namespaceHTMLElements=False)
    marks = [one for one in tree.iter("a") if one.get("class") == "source-mark"]
    assert [(one.text, one.get("href")) for one in marks] == [
        ("2", "#source-2"),
        ("1", "#source-1"),
        ("2", "#source-2"),
    ]
    back = [one.get("href") for one in tree.iter("a") if one.get("class") == "source-back"]
    assert sorted(back) == sorted("#" + one.get("id") for one in marks)
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {one.get("href")[1:] for one in marks} <= set(ids)


def test_the_page_is_valid_html(client, story):
    html5lib.HTMLParser(strict=True).parse(page_of(client, story))


def test_a_story_without_sources_has_no_list(client):
    page = page_of(client, making.story(body=[making.quoted(ulid.new())]))
    assert 'id="sources"' not in page
    assert "source-mark" not in page


def test_a_title_cannot_break_out_of_the_page(client):
    page = page_of(client, making.story(sources=[{"title": "<script>alert(1)</script>"}]))
    assert "<script>alert" not in page


def test_linked_data_names_works_cited_works_it_is_based_on_and_who_was_quoted(client, story):
    data = linked_data(page_of(client, story))
    here = data["url"]
    assert data["citation"] == [
        {
            "@type": "CreativeWork",
            "@id": f"{here}#source-1",
            "name": "Minutes of the harbour board",
            "publisher": {"@type": "Organization", "name": "Harbour of Pellbridge"},
            "url": "https://harbour.example/minutes",
            "archivedAt": "https://archive.example/minutes",
        },
        {"@type": "CreativeWork", "@id": f"{here}#source-2", "name": "Talk with the mayor"},
    ]
    assert [work["name"] for work in data["isBasedOn"]] == ["Ferry on time"]
    first, second, *_others, last = data["hasPart"]
    assert first == {
        "@type": "Quotation",
        "text": "It was on time.",
        "spokenByCharacter": {"@type": "Person", "name": "Ada Mayor"},
        "citation": {"@id": f"{here}#source-2"},
    }
    assert "spokenByCharacter" not in second
    assert "citation" not in last


def test_the_json_of_a_story_has_its_sources(client, story):
    first, *others = client.get(f"{story.get_absolute_url()}.json").json()["sources"]
    assert first == {
        "number": 1,
        "kind": "document",
        "title": "Minutes of the harbour board",
        "publisher": "Harbour of Pellbridge",
        "link": "https://harbour.example/minutes",
        "archive_link": "https://archive.example/minutes",
        "read_on": "2026-11-03",
    }
    assert [one["number"] for one in others] == [2, 3, 4]


def test_nothing_of_a_draft_is_public_until_it_is_published(client, story):
    story.sources = [Source(title="A leaked letter")]
    story.save_revision()
    story = Story.objects.get()
    assert "A leaked letter" not in page_of(client, story)
    assert "A leaked letter" not in client.get(f"{story.get_absolute_url()}.json").content.decode()
    story.latest_revision.publish()
    assert "A leaked letter" in page_of(client, Story.objects.get())


def test_a_mark_stays_with_its_source_through_reordering_and_revisions(client, story):
    first = story.latest_revision
    story.sources = reversed([with_order(one, 9 - n) for n, one in enumerate(story.sources.all())])
    newsdesk.publish(story)
    story = Story.objects.get()
    assert marks_of(story) == {TALK: 3, MINUTES: 4}
    story.sources = []
    newsdesk.publish(story)
    assert marks_of(Story.objects.get()) == {}
    first.publish()
    assert marks_of(Story.objects.get()) == {TALK: 2, MINUTES: 1}


def with_order(source, place):
    source.sort_order = place
    return source


def marks_of(story):
    sources.numbered(story)
    return {
        said["source"]: said.mark.number for said in sources.quotations(story.body) if said.mark
    }


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "ftp://files.example/", "//harbour.example", "minutes.pdf"]
)
@pytest.mark.parametrize("field", ["link", "archive_link"])
def test_a_link_leads_to_the_web_or_is_refused(story, field, link):
    with pytest.raises(ValidationError) as refused:
        Source(story=story, title="Minutes", **{field: link}).full_clean()
    assert "https://" in refused.value.messages[-1]
