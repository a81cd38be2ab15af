"""A personality quiz in the editor: an unfinished one is kept, and not published."""

import pytest
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import rich_text, streamfield

from plaudit.stories.models import Story
from tests.newsroom.forms import STORIES, story_form
from tests.newsroom.test_polls import rows
from tests.stories.personality import personality
from tests.support import making

pytestmark = pytest.mark.django_db


def body_of(*outcomes, leading=("a", "b")):
    """A quiz as the editor sends it: outcomes by letter and title, and where its answers lead."""
    told = [{"letter": one, "title": name, "text": rich_text(name)} for one, name in outcomes]
    answers = [{"text": f"To {letter}", "letter": letter} for letter in leading]
    questions = [{"question": "Which way?", "answers": rows(*(("", one) for one in answers))}]
    said = {"title": "Which ferry?", "outcomes": rows(*(("", one) for one in told))}
    return streamfield(
        [("personality_quiz", said | {"questions": rows(*(("", one) for one in questions))})]
    )


def test_an_editor_publishes_one(as_, town):
    alice = as_("alice")
    story = making.story(section=town)
    form = story_form(story, "publish", body=body_of(("b", "Faith"), ("a", "Hope")))
    assert alice.post(f"{STORIES}/edit/{story.pk}/", form).status_code == 302
    [quiz] = Story.objects.get().body
    assert [outcome.sign for outcome in quiz.value["outcomes"]] == ["B", "A"]
    assert isinstance(quiz.value["outcomes"][0]["text"], RichText)


def test_the_editor_says_what_is_wrong_with_one(as_, town):
    alice = as_("alice")
    story = making.story(section=town)
    form = story_form(story, "publish", body=body_of(("a", "Hope"), ("b", "Faith"), leading="ac"))
    page = alice.post(f"{STORIES}/edit/{story.pk}/", form).content.decode()
    assert "No answer leads to B" in page
    assert "leads to C, but no outcome has that letter." in page
    assert Story.objects.get().body[0].block_type == "paragraph"


def test_an_unfinished_one_is_kept_as_a_draft(as_, town):
    alice = as_("alice")
    story = making.story(section=town)
    form = story_form(story, "", body=body_of(("a", "Hope"), ("", ""), leading=("", "a")))
    assert alice.post(f"{STORIES}/edit/{story.pk}/", form).status_code == 302
    [quiz] = Story.objects.get().get_latest_revision_as_object().body
    assert [outcome.sign for outcome in quiz.value["outcomes"]] == ["A", ""]
    preview = alice.get(f"{STORIES}/edit/{story.pk}/")
    assert "Which ferry?" in preview.content.decode()


def test_the_editor_opens_with_one(as_, town):
    story = making.story(section=town, body=[personality()])
    page = as_("alice").get(f"{STORIES}/edit/{story.pk}/").content.decode()
    assert "The letter of an outcome." in page
