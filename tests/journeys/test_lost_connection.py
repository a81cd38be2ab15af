"""When a point does not arrive: the page takes it back, says so, and nothing is lost."""

import pytest
from playwright.sync_api import expect

from plaudit.points.models import Ballot

pytestmark = pytest.mark.browser

LOST = "The site could not be reached, so your point was not counted. Please try again."


def test_offline_the_point_is_taken_back_with_a_message(reader, story, running_site):
    ann = reader()
    ann.opens(story)
    ann.context.set_offline(True)
    ann.top.up.click()
    expect(ann.top.status).to_have_text(LOST)
    ann.shows("0 points")
    assert count(story, running_site) == 0
    ann.context.set_offline(False)
    ann.gives()
    for bar in ann.bars:
        expect(bar.figure).to_have_text("1 point")
    expect(ann.top.status).to_have_text("Your point was counted. 1 point")
    assert count(story, running_site) == 1


def test_what_was_given_before_stays_when_a_change_is_lost(reader, story):
    ann = reader()
    ann.opens(story)
    ann.gives()
    ann.context.set_offline(True)
    ann.bottom.down.click()
    expect(ann.bottom.status).to_have_text(LOST)
    ann.shows("1 point", own=1)
    ann.context.set_offline(False)
    ann.page.reload()
    ann.shows("1 point", own=1)


def test_an_answer_that_is_lost_on_its_way_does_no_harm(reader, story, running_site):
    """The ballot has arrived, the answer has not: trying again counts nothing twice."""
    ann = reader()
    ann.opens(story)
    ann.gives()
    ann.page.route("**/point", deliver_but_lose_the_answer, times=1)
    ann.top.down.click()
    expect(ann.top.status).to_have_text(LOST)
    ann.answered("/point", ann.top.down.click)
    expect(ann.top.status).to_have_text("Your point down was counted. −1 point")
    assert count(story, running_site) == 2


def test_a_click_that_is_lost_does_not_undo_the_one_after_it(reader, story):
    ann = reader()
    ann.opens(story)
    held = ann.holds_back("/point")
    ann.top.up.click()
    expect(ann.top.figure).to_have_text("1 point")
    ann.top.down.click()
    expect(ann.top.figure).to_have_text("−1 point")
    ann.answered("/point", held[0].abort)
    expect(ann.top.status).to_have_text("Your point down was counted. −1 point")
    ann.shows("−1 point", own=-1)


def test_an_answer_that_makes_no_sense_is_taken_back_too(reader, story):
    ann = reader()
    ann.opens(story)
    for status in (200, 502):
        ann.page.route(
            "**/point",
            lambda route: route.fulfill(status=status, body="<p>"),  # noqa: B023  (used at once)
            times=1,
        )
        ann.top.up.click()
        expect(ann.top.status).to_have_text(LOST)
        assert ann.bottom.own == 0


def test_what_the_site_says_no_to_is_said_in_its_own_words(reader, story, running_site):
    """Closed to points while the page was open."""
    ann = reader()
    ann.opens(story)
    with running_site.database():
        type(story).objects.filter(pk=story.pk).update(is_closed=True)
    assert ann.gives() == 403
    expect(ann.top.status).to_contain_text("No points can be given here")
    assert ann.bottom.own == 0


def deliver_but_lose_the_answer(route):
    route.fetch()
    route.abort()


def count(story, site):
    with site.database():
        return Ballot.objects.filter(about=story.about).count()
