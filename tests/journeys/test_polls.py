"""Readers choose in a poll."""

import pytest
from playwright.sync_api import expect

from tests.stories.items import poll

pytestmark = pytest.mark.browser


@pytest.fixture
def story(publish):
    return publish(body=[poll("Hope", "Faith", results="after")])


def option(reader, name):
    return reader.page.get_by_role("group", name="Which is best?").get_by_role("button", name=name)


@pytest.mark.parametrize("has_scripts", [True, False])
def test_one_option_is_chosen_then_the_other_and_then_none(reader, story, has_scripts):
    ann = reader(has_scripts=has_scripts)
    ann.opens(story)
    results = ann.page.locator(".poll-figure")
    expect(results).to_have_count(0)
    for name, pressed, figures in (
        ("Hope", ["true", "false"], ["1 (100%)", "0 (0%)"]),
        ("Faith", ["false", "true"], ["0 (0%)", "1 (100%)"]),
        ("Faith", ["false", "false"], ["0 (0%)", "0 (0%)"]),
    ):
        if has_scripts:
            ann.answered("/point", option(ann, name).click)
        else:
            ann.presses(option(ann, name))
        for look_again in (ann.page.reload, None):
            expect(results).to_have_text(figures)
            for one, is_pressed in zip(("Hope", "Faith"), pressed, strict=True):
                expect(option(ann, one)).to_have_attribute("aria-pressed", is_pressed)
            if look_again:  # and see what is the reader's own before the next click
                look_again()


def test_it_is_said_and_the_focus_stays(reader, story):
    ann = reader()
    ann.opens(story)
    option(ann, "Faith").focus()
    ann.answered("/point", lambda: ann.page.keyboard.press("Enter"))
    status = ann.page.locator(".poll").get_by_role("status")
    expect(status).to_have_text("Your point was counted.")
    expect(option(ann, "Faith")).to_be_focused()


def test_a_choice_that_was_lost_is_not_shown_as_one(reader, story):
    ann = reader()
    ann.opens(story)
    ann.context.set_offline(True)
    option(ann, "Hope").click()
    expect(ann.page.locator(".poll").get_by_role("status")).to_contain_text("could not be reached")
    expect(option(ann, "Hope")).to_have_attribute("aria-pressed", "false")
    expect(ann.page.locator(".poll-figure")).to_have_count(0)


def test_receipts_of_the_choice_and_of_what_was_taken_back_are_kept(reader, story):
    ann = reader()
    ann.opens(story)
    for name in ("Hope", "Faith"):
        ann.answered("/point", option(ann, name).click)
        expect(option(ann, name)).to_have_attribute("aria-pressed", "true")
    kept = ann.page.evaluate("JSON.parse(localStorage.getItem('plaudit.receipts'))")
    assert sorted((one["leaf"].split("value ")[1][:2], one["nonce_by"]) for one in kept) == [
        ("+1", "voter"),
        ("+1", "voter"),
        ("0\n", "server"),
    ]
