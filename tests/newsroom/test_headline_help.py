"""Advice on a headline while it is typed: none of it has to be followed."""

import pytest
from playwright.sync_api import expect

from plaudit.stories.newsroom import headlines

pytestmark = pytest.mark.browser


@pytest.fixture
def advise(newsroom):
    """What is said of a headline, and of a dek that is there."""
    newsroom.get_by_role("link", name="Write a story").click()
    newsroom.locator("#id_dek").fill("Two minutes early, if anything.")
    said = newsroom.locator(".headline-advice")

    def advice(headline, *wanted):
        newsroom.locator("#id_headline").fill(headline)
        expect(said.get_by_role("listitem")).to_have_text(list(wanted))

    return advice


def test_a_plain_headline_is_told_that_it_fits(advise, newsroom):
    advise("The ferry left on time", "It fits wherever it is shown.")
    expect(newsroom.locator(".headline-length")).to_have_text("Length: 22 characters.")
    assert newsroom.complaints == []


def test_who_cuts_it_is_said_with_its_length(advise):
    cut = "Search engines cut it after about 60 characters; see below where."
    advise("x" * 60, "It fits wherever it is shown.")
    advise("x" * 61, cut)
    advise("x" * 71, cut, "So do shared cards, after about 70.")
    advise("Say " * 50, cut, "So do shared cards, after about 70.",
           "Lists and the page set it a size smaller.")  # fmt: skip


@pytest.mark.parametrize(("headline", "phrase"), [
    ("You won’t believe what the ferry did", "you won't believe"),
    ("Ten ferries, and number seven on the list will make you cry", "number … will"),
    ("Fähre legt ab. Was dann geschah", "was dann geschah"),
    ("لن تصدق ما فعلته العبّارة", "لن تصدق"),
])  # fmt: skip
def test_words_that_withhold_the_subject_are_named(advise, headline, phrase):
    advise(headline, f"“{phrase}” keeps from readers what the story is about. Say it, and the "
           "right ones will read on.")  # fmt: skip


def test_words_that_only_look_like_them_are_not(advise):
    for headline in ("Findings outlast the ferry", "This onerous ferry", "Number 7 leaves at nine"):
        advise(headline, "It fits wherever it is shown.")


def test_shouting_and_asking_are_advised_against(advise, newsroom):
    advise("FERRY LEAVES ON TIME", "Capitals throughout are hard to read.")
    advise(
        "Ferry leaves on time?!", "More than one exclamation or question mark sounds like shouting."
    )
    advise(
        "Does the ferry leave?", "A question: if the story answers it, the answer is the headline."
    )
    newsroom.locator("#id_dek").fill("")
    advise("Ferry leaves", "Without a dek, others show the beginning of the text, or nothing.")
    advise("", "Say what happened: who did what.")


def test_it_is_shown_as_others_will_show_it(advise, newsroom):
    advise("The ferry left on time", "It fits wherever it is shown.")
    newsroom.get_by_text("How others will show it").click()
    search, card = newsroom.locator(".view-search"), newsroom.locator(".view-card")
    expect(search.locator(".view-title")).to_have_text("The ferry left on time")
    expect(card.locator(".view-text")).to_have_text("Two minutes early, if anything.")
    newsroom.locator("#id_headline").fill("The ferry " * 12)
    expect(search.locator(".view-title")).to_have_text("The ferry " * 5 + "The ferry …")


def test_every_language_of_the_site_has_its_phrases():
    assert set(headlines.WITHHOLDING) == {"en", "de", "ar"}
