"""The page of a story: what it shows, in which order, and what it answers when it is gone."""

import json
from html.parser import HTMLParser

import html5lib
import pytest
from django.test import Client

from plaudit.people.models import Policy
from plaudit.stories import newsdesk
from plaudit.stories.models import Story
from tests.stories.items import poll, ranked
from tests.stories.personality import personality
from tests.support import making

pytestmark = pytest.mark.django_db


class Text(HTMLParser):
    """What is read aloud, without scripts and what is hidden in attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag, _attributes):
        self.silent += tag in ("script", "style", "svg")

    def handle_endtag(self, tag):
        self.silent -= tag in ("script", "style", "svg")

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.parts.append(" ".join(data.split()))


def text_of(page: str) -> str:
    reader = Text()
    reader.feed(page[page.index("<main") : page.index("</main>")])
    return " ".join(reader.parts)


def page_of(client: Client, story: Story) -> str:
    response = client.get(story.get_absolute_url())
    assert response.status_code == 200
    return response.content.decode()


def linked_data(page: str) -> dict:
    start = page.index('<script type="application/ld+json">')
    return json.loads(page[page.index(">", start) + 1 : page.index("</script>", start)])


def test_a_story_reads_in_the_promised_order(client):
    story = making.story(
        image=making.photo(credit="Photo: Ada Lens"),
        authors=[making.author("Bea Writer"), making.author("Cal Writer")],
        tags=["ferry"],
    )
    text = text_of(page_of(client, story))
    order = [
        "Town",
        "The ferry left on time",
        "Nobody can say why.",
        "Bea Writer",
        "Cal Writer",
        "0 points",
        "Photo: Ada Lens",
        "which surprised everybody",
        "Featured image:",
        "ferry",
        "Like it? Share it with your friends!",
        "0 points",
    ]
    places, at = [], 0
    for words in order:
        at = text.index(words, at) + len(words)
        places.append(at)
    assert places == sorted(places)


def test_the_page_is_valid_html_with_one_article_and_one_headline(client):
    story = making.story(image=making.photo(), body=EVERY_BLOCK)
    page = page_of(client, story)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(page)
    assert page.count("<h1") == 1
    assert page.count("<article") == 1


def test_a_quotation_names_its_speaker_and_where_it_can_be_read(client):
    page = page_of(client, making.story(body=EVERY_BLOCK))
    assert '<blockquote cite="https://council.example/minutes">' in page
    assert "<cite>Ada Mayor" in page.replace('<cite class="speaker">', "<cite>")
    assert "to the council" in page


def test_linked_data_counts_points_and_cannot_break_out_of_its_element(client):
    story = making.story('</script><script>alert("no")</script> ferry', kind="opinion")
    page = page_of(client, story)
    data = linked_data(page)
    assert data["@type"] == "OpinionNewsArticle"
    assert data["headline"] == story.headline
    assert data["interactionStatistic"]["userInteractionCount"] == 0
    assert "<script>alert" not in page


def test_a_story_in_a_right_to_left_language_says_so(client):
    page = page_of(client, making.story("العبّارة تغادر في موعدها", language="ar"))
    assert 'lang="ar" dir="rtl"' in page


def test_an_old_address_redirects_for_good_with_what_follows_it(client):
    story = making.story()
    old = story.get_absolute_url()
    story.slug = "ferry-on-time"
    story.save()
    for rest in ("", ".json", "/points", "/qr.svg"):
        response = client.get(old + rest)
        assert response.status_code == 301
        assert response["Location"] == f"/stories/ferry-on-time{rest}"


def test_a_story_taken_back_is_gone_and_a_draft_never_was(client):
    story = making.story()
    newsdesk.unpublish(story)
    assert client.get(story.get_absolute_url()).status_code == 410
    assert client.get(making.draft("A secret plan").get_absolute_url()).status_code == 404
    assert client.get("/stories/nothing-here").status_code == 404


def test_reading_sets_no_cookie_and_asks_no_third_party(client):
    response = client.get(making.story(body=EVERY_BLOCK).get_absolute_url())
    assert not response.cookies
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    page = response.content.decode()
    assert " style=" not in page
    assert "<style" not in page


def test_the_json_of_a_story_holds_its_live_figures(client):
    story = making.story(authors=[making.author()], tags=["ferry"])
    data = client.get(f"{story.get_absolute_url()}.json").json()
    assert data["id"] == f"s/{story.ulid}"
    assert data["url"] == f"http://127.0.0.1:8000/stories/{story.slug}"
    assert data["headline"] == story.headline
    assert data["authors"] == ["Bea Writer"]
    assert data["points"] == {
        "total": 0,
        "up": 0,
        "down": 0,
        "members": 0,
        "guests": 0,
        "fediverse": 0,
        "set_aside": 0,
        "carried": 0,
    }
    assert data["unsealed"] == 0


def test_figures_are_hidden_until_voted_where_the_site_says_so(client):
    Policy.objects.update_or_create(pk=1, defaults={"is_blind": True})
    story = making.story()
    text = text_of(page_of(client, story))
    assert "0 points" not in text
    client.post(f"{story.get_absolute_url()}/point", "value=1", "application/x-www-form-urlencoded")
    assert "1 point" in text_of(page_of(client, story))


def test_the_author_of_a_story_gets_no_buttons_for_it(client, django_user_model):
    bob = django_user_model.objects.create_user("bob", "bob@gazette.example", "a long password")
    story = making.story(authors=[making.author(user=bob)])
    client.force_login(bob)
    assert 'aria-pressed="' not in page_of(client, story)


def test_a_200_character_headline_is_shown_whole(client):
    headline = ("The ferry left on time " * 9)[:200].strip()
    assert headline in page_of(client, making.story(headline))


QUIZ = {
    "title": "Do you know your ferries?",
    "questions": [
        {
            "question": "Which was late?",
            "answers": [{"text": "Hope"}, {"text": "Faith", "is_right": True}],
            "explanation": "By <b>eleven</b> minutes.",
        }
    ]
    * 2,
}
EVERY_BLOCK = [
    ("paragraph", "<p>One <b>bold</b> word.</p>"),
    ("subhead", "A subhead"),
    (
        "quotation",
        {
            "text": "It left on time.",
            "speaker": "Ada Mayor",
            "role": "mayor",
            "to_whom": "to the council",
            "link": "https://council.example/minutes",
        },
    ),
    ("embed", {"url": "https://film.example/1", "title": "A film", "provider": "Film"}),
    ("list", {"style": "numbered", "items": ["One", "Two"]}),
    ("ranked_list", {"items": [{"title": "First", "text": "Because", "image": None}]}),
    ranked("Hope", "Faith"),
    poll("Hope", "Faith"),
    ("table", {"caption": "Ferries", "rows": "Name | Minutes late\nHope | 0", "is_sortable": True}),
    ("chart", {"title": "Ferries", "kind": "bar", "rows": "Name | Minutes late\nHope | 3"}),
    ("timeline", {"items": [{"date": "Spring 1954", "when": "1954-03", "title": "It is built"}]}),
    ("quiz", QUIZ),
    personality(),
    ("callout", {"title": "Note", "text": "<p>Bring a coat.</p>"}),
    ("divider", None),
    ("footnotes", {"notes": ["As told to us."]}),
]
