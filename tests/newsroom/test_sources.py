"""The editor's list of sources, and what quotations may say of them."""

import pytest
from wagtail.test.utils.form_data import streamfield

from plaudit.stories import ulid
from plaudit.stories.models import Source, Story
from tests.newsroom.forms import STORIES, sources_form, story_form

pytestmark = pytest.mark.django_db
KEY, OTHER = ulid.new(), ulid.new()
MINUTES = {"title": "Minutes", "link": "https://harbour.example/minutes", "key": KEY}


def quoting(*keys):
    said = {"text": "It is on time.", "speaker": "", "role": "", "to_whom": "", "link": ""}
    return streamfield([("quotation", said | {"source": key}) for key in keys])


@pytest.fixture
def save(as_, write):
    """Have Alice save a story with these sources, and quotations of these keys."""
    story = write()

    def saved(*rows, quotes=(), action="publish", initial=0):
        data = story_form(
            story, action, sources=sources_form(*rows, initial=initial), body=quoting(*quotes)
        )
        return as_("alice").post(f"{STORIES}/edit/{story.pk}/", data)

    return saved


def now():
    return Story.objects.get()


def test_sources_are_saved_in_their_order_with_their_keys(save):
    assert save(MINUTES, {"title": "A talk", "key": OTHER}, quotes=[OTHER]).status_code == 302
    assert [(one.title, one.key) for one in now().sources.all()] == [
        ("Minutes", KEY),
        ("A talk", OTHER),
    ]
    assert now().body[0].value["source"] == OTHER


def test_a_draft_keeps_its_sources_and_readers_do_not_see_them(save, client):
    save({"title": "Minutes", "key": KEY})
    there = now().sources.get()
    save(there, {"title": "A leaked letter", "key": OTHER}, action="", initial=1)
    assert [one.title for one in now().sources.all()] == ["Minutes"]
    draft = now().get_latest_revision_as_object()
    assert [(one.title, one.key) for one in draft.sources.all()] == [
        ("Minutes", KEY),
        ("A leaked letter", OTHER),
    ]


def test_a_quotation_of_a_source_that_is_not_there_is_refused_with_a_sentence(save):
    answer = save(MINUTES, quotes=[KEY, OTHER])
    assert answer.status_code == 200
    assert "Choose another, or none." in answer.content.decode()
    assert not now().live


def test_a_quotation_may_name_no_source_that_is_being_taken_out(save):
    save(MINUTES, quotes=[KEY])
    row = {"id": now().sources.get().pk, "DELETE": "on"} | MINUTES
    assert save(row, quotes=[KEY], initial=1).status_code == 200
    assert save(row, quotes=[""], initial=1).status_code == 302
    assert not Source.objects.exists()


def test_a_draft_may_be_unfinished(save):
    assert save(quotes=[OTHER], action="").status_code == 302
    assert now().get_latest_revision_as_object().body[0].value["source"] == OTHER


@pytest.mark.parametrize("key", ["", "<script>", "x" * 26])
def test_a_key_that_is_none_is_replaced(save, key):
    assert save(MINUTES | {"key": key}).status_code == 302
    assert len(now().sources.get().key) == 26
    assert now().sources.get().key != key


def test_two_sources_never_share_a_key(save):
    assert save(MINUTES, {"title": "A talk", "key": KEY}, quotes=[KEY]).status_code == 302
    first, second = now().sources.all()
    assert first.key == KEY
    assert second.key != KEY


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://files.example/minutes"])
def test_a_link_that_is_not_on_the_web_is_refused(save, link):
    answer = save(MINUTES | {"link": link})
    assert answer.status_code == 200
    assert not now().live


def test_a_comparison_tells_what_became_of_sources(as_, save):
    save(MINUTES)
    save({"title": "The real minutes", "key": KEY, "id": now().sources.get().pk}, initial=1)
    url = f"{STORIES}/history/{now().pk}/revisions/compare/earliest...latest/"
    compared = as_("alice").get(url).content.decode()
    assert "The real minutes" in compared
    assert KEY not in compared
