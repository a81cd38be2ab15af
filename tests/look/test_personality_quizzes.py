"""A personality quiz by keyboard: the outcome at once; without scripts and on paper, by letters."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def quiz_of(page):
    return page.get_by_role("group", name="Which ferry are you?")


def read_aloud(page):
    """The text of a page as a screen reader has them, with what the style makes."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    texts = [one for one in tree["nodes"] if one.get("role", {}).get("value") == "StaticText"]
    return " ".join(" ".join(one["name"]["value"] for one in texts).split())


def test_the_outcome_is_told_by_keyboard_and_the_first_counts_where_two_are_equal(show):
    page = show("/stories/everything")
    quiz = quiz_of(page)
    said = quiz.get_by_role("status")
    quiz.get_by_role("radio", name="A On time").focus()
    page.keyboard.press("Space")
    expect(said).to_have_text("1 of 4 answered")
    for _ in range(3):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    # A, B, A, B: B stands first among the outcomes.
    expect(said).to_have_text("Your outcome: Faith")
    expect(quiz.locator(".quiz-yours")).to_contain_text("You are Faith.")
    last = quiz.get_by_role("radio", name="B Rain")
    expect(last).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(said).to_have_text("Your outcome: Hope")
    expect(quiz.locator(".quiz-yours")).to_contain_text("You are Hope.")
    expect(quiz.get_by_role("radio", name="A Sun")).to_be_focused()


def test_the_picture_of_ones_outcome_comes_with_its_credit(show):
    page = show("/stories/everything")
    quiz = quiz_of(page)
    for name in ("A On time", "A At once", "A Tea", "A Sun"):
        quiz.get_by_role("radio", name=name).check()
    yours = quiz.locator(".quiz-yours")
    expect(yours.get_by_role("img", name="A ferry")).to_be_visible()
    expect(yours.locator("figcaption")).to_contain_text("Photo: The Test Gazette")


def test_nothing_new_is_said_while_the_outcome_stays_what_it_is(show):
    page = show("/stories/everything")
    quiz = quiz_of(page)
    for name in ("A On time", "A At once", "A Tea", "A Sun"):
        quiz.get_by_role("radio", name=name).check()
    quiz.evaluate(
        """(quiz) => { window.said = 0; new MutationObserver(() => { window.said += 1; })
          .observe(quiz, { childList: true, characterData: true, subtree: true }); }"""
    )
    quiz.get_by_role("radio", name="B Rain").check()
    expect(quiz.get_by_role("status")).to_have_text("Your outcome: Hope")
    assert page.evaluate("new Promise((tell) => setTimeout(() => tell(window.said)))") == 0


def test_without_scripts_the_letters_are_counted_and_the_key_unfolds(browse, printed):
    page = browse(has_scripts=False).new_page()
    page.goto("/stories/everything")
    quiz = quiz_of(page)
    key = quiz.get_by_text("Find your outcome by its letter")
    expect(quiz.get_by_text("You are Faith.")).to_be_hidden()
    for name in ("A On time", "A At once", "A Tea"):
        quiz.get_by_role("radio", name=name).check()
    quiz.get_by_role("radio", name="B Rain").check()
    key.click()
    expect(quiz.get_by_text("You are Faith.")).to_be_visible()
    expect(quiz.get_by_text("Mostly A")).to_be_visible()
    assert "Mostly B × 1 Faith" in read_aloud(page)
    assert "Mostly A × 3 Hope" in read_aloud(page)


def test_the_key_is_printed_though_it_is_folded_and_an_outcome_shown_is_not_printed_twice(show):
    page = show("/stories/everything")
    quiz = quiz_of(page)
    for name in ("A On time", "A At once", "A Tea", "A Sun"):
        quiz.get_by_role("radio", name=name).check()
    page.emulate_media(media="print")
    outcomes = quiz.locator(".quiz-outcomes > li")
    for one in outcomes.all():
        assert one.evaluate("li => li.getBoundingClientRect().height") > 20
    expect(quiz.locator(".quiz-yours")).to_be_hidden()
    expect(quiz.locator("input:visible")).to_have_count(0)
    page.emulate_media(media="screen")


def test_in_a_language_from_the_right_letters_stand_right_of_the_answers(show):
    page = show("/stories/everything")
    page.locator(".story-body").evaluate("one => { one.dir = 'rtl'; }")
    label = quiz_of(page).locator("label").first
    parts = [label.locator(one) for one in ("input", ".quiz-letter", "span:last-child")]
    radio, letter, text = (part.bounding_box() for part in parts)
    assert radio["x"] > letter["x"] > text["x"]
