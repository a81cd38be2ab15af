"""A quiz by keyboard: it says whether one was right, and without scripts the answer is there."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_who_answers_is_told_whether_it_was_right_and_how_many_were(show):
    page = show("/stories/everything")
    quiz = page.get_by_role("group", name="Do you know your ferries?")
    first, second = quiz.get_by_role("listitem").all()
    first.get_by_role("radio", name="Hope").focus()
    page.keyboard.press("ArrowDown")  # to look at the choices is not to answer
    expect(first.get_by_role("radio", name="Faith")).to_be_checked()
    expect(first.locator(".quiz-verdict")).to_have_text("")
    first.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(first.locator(".quiz-verdict")).to_have_text("Right.")
    expect(first.get_by_role("radio", name="Hope")).to_be_disabled()
    second.get_by_role("radio", name="Hope").check()
    second.locator("summary").click()
    expect(second.locator(".quiz-verdict")).to_have_text("Not quite.")
    expect(quiz.locator(".quiz-score")).to_have_text("1 of 2 right")


def test_without_scripts_the_answer_unfolds(browse, printed):
    page = browse(has_scripts=False).new_page()
    page.goto("/stories/everything")
    first = page.locator(".quiz-questions > li").first
    expect(first.locator(".quiz-answer b").first).to_be_hidden()
    first.locator("summary").click()
    expect(first.locator(".quiz-answer b").first).to_have_text("Faith")
