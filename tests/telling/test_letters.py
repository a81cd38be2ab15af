"""Who asked is told by mail of what changed, once; who did not ask is not."""

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.management import call_command
from django.utils import timezone, translation

from plaudit.people import erasing
from plaudit.points import keeping
from plaudit.points.models import Ballot
from plaudit.stories import newsdesk
from plaudit.stories.models import Said
from plaudit.telling import terms
from plaudit.telling.models import Letter, Terms, Watch
from tests.points.voting import give
from tests.stories.test_versions import RIGHT
from tests.support import making
from tests.telling.conftest import carry, take_up, watch

pytestmark = pytest.mark.usefixtures("racing_db")

UPDATE = Said("update", "The second ferry is back.")
SITE = "http://127.0.0.1:8000"


def told():
    """Whom letters went to, and their subjects without the site's name."""
    return [(*it.to, it.subject.removeprefix("[The Test Gazette] ")) for it in mail.outbox]


def test_who_asked_gets_what_was_wrong_what_is_right_and_where_to_see_it(browser, charlie, story):
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == [(charlie.email, "Correction: The ferry left at nine")]
    (letter,) = mail.outbox
    page = SITE + story.get_absolute_url()
    html = letter.alternatives[0][0]
    for text in (letter.body, html):
        for wanted in (RIGHT.wrong, RIGHT.text, f"{page}#change-", f"{page}/versions/2/changes"):
            assert wanted in text
    assert '<html lang="en" dir="ltr">' in html


def test_who_did_not_ask_gets_nothing(alice, charlie, story):
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == []
    assert not Letter.objects.exists()


def test_of_what_is_minor_nobody_is_told(browser, story):
    watch(browser, story)
    newsdesk.publish(story)
    carry()
    assert told() == []


@pytest.mark.parametrize("has_updates", [False, True])
def test_updates_are_told_to_those_who_want_them_as_well(browser, charlie, story, has_updates):
    watch(browser, story)
    terms.save(charlie, has_updates=has_updates, of_points=False)
    newsdesk.publish(story, change=UPDATE)
    carry()
    assert bool(told()) == has_updates


def test_what_was_corrected_before_one_asked_is_not_told(browser, story):
    newsdesk.publish(story, change=RIGHT)
    watch(browser, story)
    carry()
    assert told() == []


def test_a_correction_that_waited_for_its_hour_is_told_when_it_is_published(
    browser, story, time_machine
):
    watch(browser, story)
    story.said = RIGHT
    story.go_live_at = timezone.now() + timedelta(hours=1)
    story.save_revision().publish()
    carry()
    assert told() == []
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    call_command("publish_scheduled", verbosity=0)
    carry()
    assert len(told()) == 1
    assert RIGHT.text in mail.outbox[0].body


def test_a_retraction_is_told_with_its_reason_and_so_is_that_it_was_taken_back(browser, story):
    watch(browser, story)
    newsdesk.retract(story, "There is no ferry.")
    carry()
    newsdesk.reinstate(story, "There is one after all.")
    carry()
    assert [subject.partition(":")[0] for _to, subject in told()] == [
        "Retraction",
        "Retraction taken back",
    ]
    assert "There is no ferry." in mail.outbox[0].body


def test_a_retraction_that_was_taken_back_at_once_is_told_to_nobody(browser, story):
    watch(browser, story)
    newsdesk.retract(story, "There is no ferry.")
    take_up()
    newsdesk.reinstate(story)
    carry()
    assert told() == []


def test_nothing_is_told_of_a_story_that_was_taken_off_the_site_in_the_meantime(browser, story):
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    take_up()
    newsdesk.unpublish(story)
    carry()
    assert told() == []


def test_a_letter_waits_so_long_that_the_newsroom_can_take_something_back(browser, story):
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    carry(after=timedelta(seconds=30))
    assert told() == []


def test_who_stopped_before_a_letter_went_gets_none(browser, story):
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    take_up()
    watch(browser, story, "0")
    carry()
    assert told() == []


def test_no_letter_goes_to_an_address_that_is_not_confirmed(browser, charlie, story):
    EmailAddress.objects.filter(user=charlie).update(verified=False)
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == []


def test_two_corrections_are_two_letters_and_each_goes_once(browser, story):
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    carry()
    newsdesk.publish(story, change=Said("correction", "It left at eleven.", RIGHT.text))
    for _ in range(3):
        carry()
    assert [RIGHT.text in it.body for it in mail.outbox] == [True, True]
    assert ["eleven" in it.body for it in mail.outbox] == [False, True]


def test_a_headline_cannot_add_to_the_head_of_a_letter_nor_to_its_html(browser, charlie):
    story = making.story("A <b>ferry</b> & more")
    watch(browser, story)
    newsdesk.publish(story, change=Said("correction", "<script>", "x\r\nBcc: a@b.example"))
    carry()
    (letter,) = mail.outbox
    assert letter.recipients() == [charlie.email]
    assert "Bcc" not in str(letter.message()).partition("\n\n")[0]
    assert "<script>" not in letter.alternatives[0][0]
    assert "A <b>ferry</b> & more" in letter.body


def test_a_letter_is_in_the_sites_language_and_runs_as_it_does(browser, story, settings):
    settings.LANGUAGE_CODE = "ar"
    watch(browser, story)
    newsdesk.publish(story, change=RIGHT)
    with translation.override("de"):
        carry()
    assert '<html lang="ar" dir="rtl">' in mail.outbox[0].alternatives[0][0]
    assert "Correction" not in mail.outbox[0].subject


# Of the stories one gave points to


@pytest.fixture
def giver(browser, charlie):
    terms.save(charlie, has_updates=False, of_points=True)
    return browser


def test_who_gave_a_point_is_told_if_they_asked_to_be(giver, charlie, story):
    assert give(giver, story, 1).status_code == 200
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == [(charlie.email, "Correction: The ferry left at nine")]
    assert "gave points" in mail.outbox[0].body


def test_who_gave_a_point_and_did_not_ask_is_not_told(browser, story):
    give(browser, story, 1)
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == []


def test_a_point_taken_back_or_given_after_the_correction_is_no_reason(giver, story):
    another = making.story("The bridge opens")
    give(giver, story, 1)
    give(giver, story, 0)
    newsdesk.publish(story, change=RIGHT)
    newsdesk.publish(another, change=RIGHT)
    give(giver, another, 1)
    carry()
    assert told() == []


def test_once_it_is_forgotten_whose_points_they_are_nobody_is_told(giver, story):
    give(giver, story, 1)
    keeping.forget(timezone.now() + timedelta(days=91))
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert told() == []


def test_who_has_two_reasons_gets_one_letter(giver, story):
    give(giver, story, 1)
    watch(giver, story)
    newsdesk.publish(story, change=RIGHT)
    carry()
    assert len(told()) == 1


# What is kept


def test_an_account_that_is_erased_takes_all_of_it_along_and_no_ballot(giver, charlie, story):
    give(giver, story, 1)
    watch(giver, story)
    newsdesk.publish(story, change=RIGHT)
    take_up()
    ballots = list(Ballot.objects.values())
    erasing.erase(charlie)
    carry()
    assert told() == []
    for model in (Watch, Terms, Letter):
        assert not model.objects.exists()
    assert list(Ballot.objects.values()) == ballots
