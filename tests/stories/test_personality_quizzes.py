"""Personality quizzes: letters lead from answers to outcomes, and readers can count them."""

from html.parser import HTMLParser

import html5lib
import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from plaudit.stories import newsdesk, plain, reading_time
from plaudit.stories.blocks.personality_quizzes import LETTERS, PersonalityQuiz
from plaudit.stories.models import Change, ChangeKind, Said, Story
from tests.stories.personality import outcome, personality, question
from tests.stories.test_story_page import page_of, text_of
from tests.support import making


def sentences(**more):
    """What the editor says of each part of a quiz that cannot be published."""
    block = PersonalityQuiz()
    with pytest.raises(ValidationError) as caught:
        block.clean(block.to_python(personality(**more)[1]))
    return {
        name: [message for one in error.non_block_errors.as_data() for message in one.messages]
        for name, error in caught.value.block_errors.items()
    }


def test_a_whole_one_is_accepted():
    block = PersonalityQuiz()
    value = block.to_python(personality()[1])
    assert block.clean(value)["title"] == "Which ferry are you?"


def test_an_answer_that_leads_nowhere_is_refused_with_its_words():
    astray = [question(("a", "Tea"), ("b", "Milk"), ("h", "Coffee"))]
    assert sentences(questions=astray) == {
        "questions": [
            "“Coffee” leads to H, but no outcome has that letter. Choose another, or add the "
            "outcome."
        ]
    }


def test_an_outcome_that_no_answer_leads_to_is_refused_with_its_title():
    three = [outcome("a", "Hope"), outcome("b", "Faith"), outcome("c", "Charity")]
    assert sentences(outcomes=three) == {
        "outcomes": [
            "No answer leads to C, “Charity”. Let one lead there, or take the outcome out."
        ]
    }


def test_a_letter_that_two_outcomes_have_is_refused():
    twice = [outcome("a", "Hope"), outcome("b", "Faith"), outcome("a", "Charity")]
    assert sentences(outcomes=twice) == {
        "outcomes": ["Two outcomes have the letter A. Give one of them another."]
    }


def test_a_single_outcome_is_refused_and_everything_is_said_at_once():
    found = sentences(outcomes=[outcome("a", "Hope")])
    assert found["outcomes"] == ["There must be two outcomes at least. Add one."]
    assert [message.split(" leads to B, but")[0] for message in found["questions"]] == [
        "“Late”", "“Slowly”", "“Coffee”", "“Rain”",
    ]  # fmt: skip


def test_there_is_a_letter_for_each_outcome_that_there_may_be_in_every_language():
    for language in ("en", "de", "ar"):
        with translation.override(language):
            assert len({str(sign) for _, sign in LETTERS}) == len(LETTERS) == 8


@pytest.mark.django_db
def test_readers_see_letters_and_a_key_that_says_what_counts_when_two_are_equal(client):
    page = page_of(client, making.story(body=[personality(), personality()]))
    text = text_of(page)
    for words in ("A On time", "B Late", "Mostly A", "You are Hope ."):
        assert words in text
    assert "If two come equally often, the one further up counts." in text
    assert text.index("Mostly B") < text.index("Mostly A")  # as the editor put them
    html5lib.HTMLParser(strict=True).parse(page)


class Radios(HTMLParser):
    def __init__(self):
        super().__init__()
        self.names = []

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "input" and said.get("type") == "radio":
            self.names.append(said["name"])


@pytest.mark.django_db
def test_each_question_is_a_choice_of_its_own_and_nothing_is_sent(client):
    page = page_of(client, making.story(body=[personality(), personality()]))
    radios = Radios()
    radios.feed(page)
    assert len(radios.names) == 16
    assert len(set(radios.names)) == 8
    quiz = page[page.index("<personality-quiz") : page.index("</personality-quiz>")]
    assert "<form" not in quiz
    assert "<button" not in quiz


@pytest.mark.django_db
def test_the_picture_of_an_outcome_has_its_words_and_its_credit(client):
    photo = making.photo(alt="A ferry at the pier", credit="Photo: Ada Lens")
    outcomes = [outcome("a", "Hope", image=photo), outcome("b", "Faith")]
    quiz = page_of(client, making.story(body=[personality(outcomes=outcomes)]))
    quiz = quiz[quiz.index("<personality-quiz") : quiz.index("</personality-quiz>")]
    assert 'alt="A ferry at the pier"' in quiz
    assert "Photo: Ada Lens" in quiz
    assert quiz.count("<img") == 1


@pytest.mark.django_db
def test_its_words_are_the_storys_own_and_its_letters_are_not():
    story = Story.objects.get(pk=making.story(body=[personality()]).pk)
    words = plain.text(story.body).split()
    assert {"Hope", "Late", "drink?", "ferry"} <= set(words)
    assert not {"a", "b", "A", "B"} & set(words)
    long = [outcome("a", "Hope", text="word " * 300), outcome("b", "Faith")]
    assert reading_time.minutes(story.body) == 1
    longer = making.story("Longer", body=[personality(outcomes=long)])
    assert reading_time.minutes(longer.body) == 2


@pytest.mark.django_db
def test_a_changed_outcome_is_shown_between_versions_and_the_old_one_stays_readable(client):
    story = making.story(body=[personality()])
    changed = [outcome("b", "Faith"), outcome("a", "Charity")]
    story.body = [personality(outcomes=changed)]
    newsdesk.publish(story, change=Said("correction", "It is Charity.", "It was Hope."))
    assert Change.objects.get().kind == ChangeKind.CORRECTION
    address = story.get_absolute_url()
    before = client.get(f"{address}/versions/1").content.decode()
    assert "plaudit/css/quiz" in before
    assert "You are Hope ." in text_of(before)
    compared = text_of(client.get(f"{address}/versions/2/changes").content.decode())
    assert "[taken out: Hope end]" in compared
    assert "[put in: Charity end]" in compared


@pytest.mark.django_db
def test_an_answer_that_leads_elsewhere_is_a_change_that_readers_see(client):
    story = making.story(body=[personality(questions=[question(("a", "Tea"), ("b", "Milk"))])])
    story.body = [personality(questions=[question(("b", "Tea"), ("b", "Milk"))])]
    newsdesk.publish(story, change=Said("correction", "Tea leads to B.", "It led to A."))
    compared = client.get(f"{story.get_absolute_url()}/versions/2/changes").content.decode()
    assert "[taken out: A end] [put in: B end] Tea" in text_of(compared)
