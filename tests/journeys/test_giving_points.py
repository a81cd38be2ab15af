"""Giving, changing and withdrawing a point in a browser with JavaScript."""

import pytest
from playwright.sync_api import expect

from plaudit.points.models import Ballot, Tally
from tests.support.calling import soon

pytestmark = pytest.mark.browser


def test_a_click_counts_and_both_bars_say_so(reader, story):
    ann = reader()
    ann.opens(story)
    ann.shows("0 points")
    assert ann.gives() == 200
    ann.shows("1 point", own=1)


def test_the_bar_below_the_story_does_as_the_one_above(reader, story):
    ann = reader()
    ann.opens(story)
    ann.answered("/point", ann.bottom.down.click)
    ann.shows("−1 point", own=-1)


def test_what_happened_is_said_once_and_where_one_clicked(reader, story):
    ann = reader()
    ann.opens(story)
    said = []
    for act in (ann.top.up, ann.bottom.down, ann.top.down):
        ann.answered("/point", act.click)
        expect(ann.page.locator(".points-status:not(:empty)")).to_have_count(1)
        said.append(ann.page.locator(".points-status:not(:empty)").inner_text())
    assert said == [
        "Your point was counted. 1 point",
        "Your point down was counted. −1 point",
        "Your point was taken back. 0 points",
    ]


def test_a_second_click_withdraws(reader, story, running_site):
    ann = reader()
    ann.opens(story)
    ann.gives()
    ann.gives()
    ann.shows("0 points")
    assert ballots_of(story, running_site) == [(1, 1), (2, 0)]


def test_up_then_down_is_one_point_down(reader, story, running_site):
    ann = reader()
    ann.opens(story)
    ann.gives()
    ann.answered("/point", ann.top.down.click)
    expect(ann.bottom.figure).to_have_text("−1 point")
    assert ann.top.own == -1
    assert ballots_of(story, running_site) == [(1, 1), (2, -1)]


def test_the_button_answers_before_the_site_does(reader, story):
    ann = reader()
    ann.opens(story)
    held = ann.holds_back("/point")
    ann.top.up.click()
    expect(ann.bottom.figure).to_have_text("1 point")
    assert ann.top.own == 1
    expect(ann.top.status).to_have_text("")  # nothing is claimed that is not known yet
    ann.answered("/point", held[0].continue_)
    expect(ann.top.status).to_have_text("Your point was counted. 1 point")


def test_rapid_clicks_end_in_what_was_clicked_last(reader, story, running_site):
    ann = reader()
    ann.opens(story)
    up, down = "[data-value='1']", "[data-value='-1']"
    for clicks, value, figure in (
        ([up, down, up, up, down, down, up], 1, "1 point"),
        ([up, up, down, up, up], 0, "0 points"),
        ([up, down], -1, "−1 point"),
    ):
        click_at_once(ann, clicks)
        expect(ann.top.status).not_to_have_text("")
        ann.shows(figure, value)
        assert ballots_of(story, running_site)[-1][1] == value
    revisions = [revision for revision, _ in ballots_of(story, running_site)]
    assert revisions == [1, 2, 3]  # what was clicked over was never sent


def test_the_own_point_is_there_after_reloading(reader, story):
    ann = reader()
    ann.opens(story)
    ann.answered("/point", ann.top.down.click)
    ann.page.reload()
    ann.shows("−1 point", own=-1)
    ann.answered("/point", ann.top.down.click)
    ann.page.reload()
    ann.shows("0 points", own=0)


def test_no_cookie_before_the_first_point_and_one_after(reader, story):
    ann = reader()
    ann.opens(story)
    ann.page.goto("/")
    ann.opens(story)
    assert ann.cookies == set()
    assert ann.page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    ann.gives()
    soon(lambda: "script" in ann.cookies)  # set when the answer is there; the figure is not as late
    cookies = {cookie["name"]: cookie for cookie in ann.context.cookies()}
    guest, mark = cookies.pop("guest"), cookies.pop("script")
    assert cookies == {}
    assert (guest["httpOnly"], guest["sameSite"]) == (True, "Lax")
    assert (mark["value"], mark["sameSite"], mark["expires"]) == ("guest", "Lax", -1)


def test_another_browser_sees_the_point(reader, story):
    ann, ben = reader(), reader()
    ann.opens(story)
    ann.gives()
    ben.comes_back_to(story, "1 point")
    ben.shows("1 point")
    ben.gives()
    expect(ben.top.figure).to_have_text("2 points")


def test_points_that_others_gave_meanwhile_arrive_with_the_answer(reader, story):
    ann, ben = reader(), reader()
    ann.opens(story)
    ben.opens(story)
    ann.gives()
    ben.gives()
    expect(ben.bottom.figure).to_have_text("2 points")
    expect(ben.top.status).to_have_text("Your point was counted. 2 points")


@pytest.mark.parametrize(
    ("before", "shown", "after"),
    [
        (-2, "−2 points", "−1 point"),
        (-1, "−1 point", "0 points"),
        (1, "1 point", "2 points"),
        (999, "999 points", "1,000 points"),
        (1_234_566, "1,234,566 points", "1,234,567 points"),
    ],
)
def test_one_point_many_points_and_very_many(reader, story, running_site, before, shown, after):
    with running_site.database():
        Tally.objects.create(about=story.about, carried=before)
    ann = reader()
    ann.opens(story)
    expect(ann.top.figure).to_have_text(shown)
    ann.gives()
    for bar in ann.bars:
        expect(bar.figure).to_have_text(after)


def test_points_are_given_by_keyboard(reader, story):
    ann = reader()
    ann.opens(story)
    ann.top.up.focus()
    ann.answered("/point", lambda: ann.page.keyboard.press("Enter"))
    assert ann.top.own == 1
    expect(ann.top.up).to_be_focused()
    ann.answered("/point", lambda: ann.page.keyboard.press("Space"))
    assert ann.top.own == 0
    expect(ann.top.up).to_be_focused()


def click_at_once(ann, selectors):
    """As fast as a browser can: no look at the page between the clicks."""
    ann.page.evaluate(
        "all => all.forEach(one => document.querySelector(`#points ${one}`).click())", selectors
    )


def ballots_of(story, site):
    with site.database():
        found = Ballot.objects.filter(about=story.about).order_by("id")
        return list(found.values_list("rev", "value"))
