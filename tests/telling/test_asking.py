"""A reader asks to be told of a story's corrections, sees what they asked for, and stops it."""

import pytest
from django.core import mail
from django.test import Client

from plaudit import settings
from plaudit.stories import newsdesk
from plaudit.telling import stopping, terms, watches
from plaudit.telling.models import Terms, Watch
from plaudit.telling.stopping import Stop
from tests.points.voting import give
from tests.stories.test_versions import RIGHT
from tests.support import making
from tests.telling.conftest import carry, watch

pytestmark = pytest.mark.usefixtures("racing_db")

ASK = "Tell me if this story is corrected"
TOLD = "You are told by mail if this story is corrected."
LETTERS = "/accounts/letters/"


def page(client, story):
    return client.get(story.get_absolute_url()).text


def test_the_page_offers_it_and_says_once_it_was_asked(browser, guest, story):
    assert ASK in page(guest, story)
    answer = watch(browser, story)
    assert answer.headers["Location"] == f"{story.get_absolute_url()}#watch"
    assert "You will be told by mail" in page(browser, story)
    assert TOLD in page(browser, story)
    assert TOLD not in page(guest, story)
    watch(browser, story, "0")
    assert ASK in page(browser, story)
    assert not Watch.objects.exists()


def test_the_endpoint_of_ones_own_says_it_for_the_page_that_all_get(browser, guest, story):
    watch(browser, story)
    address = f"/reader.json?about={story.about}&watch={story.about}"
    assert TOLD in browser.get(address).json()["watch"]
    assert "watch" not in guest.get(address).json()
    assert "watch" not in browser.get(f"/reader.json?about={story.about}").json()


def test_a_stranger_is_led_to_sign_in_and_back_to_the_question(guest, story):
    address = f"{story.get_absolute_url()}/watch"
    answer = watch(guest, story)
    assert answer.headers["Location"] == f"/accounts/login/?next={address}"
    assert "sessionid" not in guest.cookies


def test_the_question_has_a_page_and_to_open_it_changes_nothing(browser, story):
    assert "Tell me by mail" in browser.get(f"{story.get_absolute_url()}/watch").text
    assert not Watch.objects.exists()


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": ""}])
def test_another_sites_page_cannot_ask_for_a_reader(browser, story, headers):
    answer = watch(browser, story, **headers)
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text
    assert not Watch.objects.exists()


@pytest.mark.parametrize("wanted", ["", "2", "yes", "1 "])
def test_what_is_no_answer_changes_nothing(browser, story, wanted):
    assert watch(browser, story, wanted).status_code == 403
    assert not Watch.objects.exists()


def test_who_asked_for_too_many_is_told_so(browser, story, monkeypatch):
    monkeypatch.setattr(watches, "MOST", 1)
    watch(browser, story)
    answer = watch(browser, making.story("The bridge opens"))
    assert answer.status_code == 403
    assert "Stop some of them first" in answer.text


def test_without_mail_it_is_neither_offered_nor_done(browser, story, monkeypatch):
    site = settings.load().model_copy(update={"mail": "console"})
    monkeypatch.setattr(settings, "load", lambda: site)
    assert ASK not in page(browser, story)
    assert watch(browser, story).status_code == 404
    assert LETTERS not in browser.get("/accounts/email/").text
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert mail.outbox == []


# In the account


def test_the_account_lists_what_was_asked_with_a_button_to_stop_each(browser, story):
    another = making.story("The bridge opens")
    for one in (story, another):
        watch(browser, one)
    text = browser.get(LETTERS).text
    assert story.headline in text
    assert another.headline in text
    browser.post(LETTERS, {"stop": str(story.pk)})
    assert list(Watch.objects.values_list("story", flat=True)) == [another.pk]


def test_what_is_no_longer_on_the_site_is_listed_without_its_name(browser, story):
    watch(browser, story)
    newsdesk.unpublish(story)
    text = browser.get(LETTERS).text
    assert story.headline not in text
    assert "no longer on the site" in text


@pytest.mark.parametrize("stop", ["0", "x", "-1", "9" * 40, "²"])
def test_to_stop_what_was_not_asked_stops_nothing(browser, story, stop):
    watch(browser, story)
    assert browser.post(LETTERS, {"stop": stop}).status_code == 302
    assert Watch.objects.exists()


def test_another_reader_cannot_stop_it(browser, story, bob):
    watch(browser, story)
    other = Client()
    other.force_login(bob)
    other.post(LETTERS, {"stop": str(story.pk)})
    assert Watch.objects.exists()


def test_the_terms_are_kept_and_since_when_does_not_move(browser, charlie):
    browser.post(LETTERS, {"of_points": "on"})
    since = Terms.objects.get().of_points_since
    browser.post(LETTERS, {"of_points": "on", "has_updates": "on"})
    kept = Terms.objects.get()
    assert (kept.of_points_since, kept.has_updates) == (since, True)
    browser.post(LETTERS, {})
    assert (terms.of(charlie).of_points_since, terms.of(charlie).has_updates) == (None, False)


def test_the_list_is_for_those_who_are_signed_in(guest):
    assert guest.get(LETTERS).headers["Location"].startswith("/accounts/login/")


# By the link in a letter


@pytest.fixture
def link(browser, story):
    """What the mail program is given to post to, of a letter that came."""
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    carry()
    (letter,) = mail.outbox
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    link = letter.extra_headers["List-Unsubscribe"].strip("<>")
    assert link in letter.body
    assert link in letter.alternatives[0][0].replace("&amp;", "&")
    return link.removeprefix(settings.load().url)


def test_a_mail_program_stops_it_with_one_post_and_no_session(guest, link):
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(link, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Watch.objects.exists()
    assert strict.post(link).status_code == 200  # again is as once


def test_to_look_at_the_link_asks_and_stops_nothing(guest, browser, link):
    for client in (guest, browser):
        text = client.get(link).text
        assert "Stop these letters?" in text
        assert "The ferry left at nine" in text
    assert Watch.objects.exists()


def test_all_letters_can_be_stopped_at_once(guest, browser, charlie, link):
    watch(browser, making.story("The bridge opens"))
    terms.save(charlie, has_updates=False, of_points=True)
    guest.post(link)
    assert Watch.objects.count() == 1
    assert terms.of(charlie).of_points_since
    guest.post(link, {"everything": "1"})
    assert not Watch.objects.exists()
    assert terms.of(charlie).of_points_since is None


def test_a_letter_because_of_a_point_stops_those_because_of_points(guest, browser, charlie, story):
    terms.save(charlie, has_updates=False, of_points=True)
    give(browser, story, 1)
    newsdesk.publish(story, change=RIGHT)
    carry()
    link = mail.outbox[0].extra_headers["List-Unsubscribe"].strip("<>")
    assert guest.post(link.removeprefix(settings.load().url)).status_code == 200
    assert terms.of(charlie).of_points_since is None


def test_a_forged_link_stops_nothing_and_says_what_to_do(guest, browser, charlie, story, link):
    own = stopping.url(Stop(charlie.pk, story.ulid, "s")).removeprefix(settings.load().url)
    head, _, signature = own.rpartition(":")
    forged = [f"{head}:{signature[::-1]}", own[:-1], "/letters/x", f"/letters/{'a' * 3000}"]
    for address in forged:
        answer = guest.post(address)
        assert answer.status_code == 404
        assert "Copy the whole link" in answer.text
    assert Watch.objects.exists()
