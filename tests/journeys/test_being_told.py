"""A reader asks to be told of a story's corrections; the letter comes, and its link stops them."""

import re
import time

import pytest
from allauth.account.models import EmailAddress
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import expect

from plaudit.stories import newsdesk
from tests.journeys.test_members import sign_up
from tests.stories.test_versions import RIGHT
from tests.support import mailbox

pytestmark = pytest.mark.browser

ASK = "Tell me if this story is corrected"
TOLD = "You are told by mail if this story is corrected."


@pytest.fixture
def box():
    with mailbox.opened() as box:
        yield box


@pytest.fixture
def running_site(own_site, box):
    """One that sends mail, in place of the one that tests share."""
    with (own_site.home / "plaudit.toml").open("a") as file:
        file.write(f'mail = "{box.address}"\n')
    own_site.start()
    return own_site


def soon(find):
    """What there is in the end; the site looks for changes every quarter of a minute."""
    deadline = time.monotonic() + 90
    while not (found := find()):
        assert time.monotonic() < deadline
        time.sleep(0.5)
    return found


def corrects(site, story):
    """And the two minutes in which it could be taken back pass."""
    with site.database():
        newsdesk.publish(story, change=RIGHT)

    def is_let_go():
        with site.database():
            waiting = DBTaskResult.objects.filter(task_path="plaudit.telling.letters.send")
            return waiting.update(run_after=timezone.now())

    soon(is_let_go)


def test_a_stranger_asks_signs_up_for_it_is_told_and_stops_it(reader, story, running_site, box):
    ann = reader()
    main = ann.page.get_by_role("main")
    ann.opens(story)
    ann.presses(main.get_by_role("button", name=ASK))
    ann.presses(main.get_by_role("link", name="Become a reader"))
    name = sign_up(ann, at=ann.page.url)
    expect(main.get_by_role("heading", name=ASK)).to_be_visible()
    ann.presses(main.get_by_role("button", name="Tell me by mail"))
    expect(ann.page.get_by_text("as soon as you have confirmed")).to_be_visible()
    ann.opens(story)
    expect(main.get_by_text(TOLD)).to_be_visible()
    with running_site.database():
        EmailAddress.objects.filter(user__username=name).update(verified=True)
    box.letters.clear()
    corrects(running_site, story)
    (letter,) = soon(lambda: list(box.letters))
    assert letter["To"] == f"{name}@reader.example"
    body = letter.get_body(("plain",)).get_content()
    assert RIGHT.text in body
    ann.page.goto("/")  # else the browser would only move on the page that it has
    ann.page.goto(re.search(r"http\S+#change-\d+", body)[0])
    expect(ann.page.locator(".changes li:target")).to_contain_text(RIGHT.wrong)
    stops_it_elsewhere(reader(has_scripts=False), letter["List-Unsubscribe"].strip(" <>"))
    ann.opens(story)
    expect(main.get_by_role("button", name=ASK)).to_be_visible()


def stops_it_elsewhere(phone, link):
    """In a browser in which nobody is signed in."""
    phone.page.goto(link)
    phone.presses(phone.page.get_by_role("button", name="Stop these letters"))
    expect(phone.page.get_by_role("heading", name="Stopped")).to_be_visible()


def test_without_scripts_a_reader_asks_and_stops_it_in_the_account(reader, story):
    ben = reader(has_scripts=False)
    main = ben.page.get_by_role("main")
    sign_up(ben)
    ben.opens(story)
    ben.presses(main.get_by_role("button", name=ASK))
    ben.opens(story)
    expect(main.get_by_text(TOLD)).to_be_visible()
    ben.page.goto("/accounts/email/")
    ben.presses(main.get_by_role("link", name="Letters"))
    ben.presses(main.get_by_role("button", name=f"Stop {story.headline}"))
    expect(main.get_by_text("None. Below every story")).to_be_visible()
    ben.opens(story)
    expect(main.get_by_role("button", name=ASK)).to_be_visible()
