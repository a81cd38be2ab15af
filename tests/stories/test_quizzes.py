"""Quizzes: one answer is right, and it is there without a script."""

import pytest
from django.core.exceptions import ValidationError

from plaudit.stories.blocks.quizzes import Question
from tests.stories.test_story_page import QUIZ
from tests.support import making


def question(*are_right):
    answers = [{"text": f"No. {n}", "is_right": is_right} for n, is_right in enumerate(are_right)]
    return Question().to_python({"question": "Which?", "answers": answers, "explanation": ""})


def test_one_answer_is_right():
    assert Question().clean(question(False, True, False))["question"] == "Which?"


@pytest.mark.parametrize("are_right", [(False, False), (True, True)])
def test_none_and_two_are_refused_with_what_to_do(are_right):
    with pytest.raises(ValidationError) as caught:
        Question().clean(question(*are_right))
    assert caught.value.block_errors["question"].messages == [
        "Say of one answer that it is right, and of no other."
    ]


@pytest.mark.django_db
def test_each_question_is_a_choice_of_its_own_with_its_answer_beneath(client):
    story = making.story(body=[("quiz", QUIZ), ("quiz", QUIZ)])
    page = client.get(story.get_absolute_url()).content.decode()
    names = page.split('<input type="radio" name="')[1:]
    assert len({name.split('"')[0] for name in names}) == len(names) // 2 == 4
    assert "<p><b>Faith</b></p>" in page
    assert "By <b>eleven</b> minutes." in page
