"""What readers see of the rules the newsroom has set."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

HIDDEN = "The points are shown once you have given yours."


@pytest.mark.parametrize("has_scripts", [True, False])
def test_blind_voting_hides_the_figure_until_one_has_voted(reader, story, policy, has_scripts):
    policy(is_blind=True)
    ann, ben = reader(has_scripts=has_scripts), reader()
    ben.opens(story)
    ben.gives()
    ann.opens(story)
    for bar in ann.bars:
        expect(bar.figure).to_be_hidden()
        expect(bar.all).to_contain_text(HIDDEN)
    ann.gives()
    for bar in ann.bars:
        expect(bar.figure).to_be_visible()
        expect(bar.figure).to_have_text("2 points")
        expect(bar.all).not_to_contain_text(HIDDEN)


def test_blind_voting_shows_nothing_when_the_point_was_lost(reader, story, policy):
    policy(is_blind=True)
    ann = reader()
    ann.opens(story)
    ann.context.set_offline(True)
    ann.top.up.click()
    expect(ann.top.status).to_contain_text("could not be reached")
    expect(ann.top.figure).to_be_hidden()
    expect(ann.bottom.all).to_contain_text(HIDDEN)


def test_after_taking_a_point_back_the_figure_stays_open(reader, story, policy):
    policy(is_blind=True)
    ann = reader()
    ann.opens(story)
    ann.gives()
    ann.gives()
    ann.page.reload()
    expect(ann.top.figure).to_have_text("0 points")


def test_without_points_down_there_is_no_button_for_them(reader, story, policy):
    policy(has_down_votes=False)
    ann = reader()
    ann.opens(story)
    for bar in ann.bars:
        expect(bar.up).to_be_visible()
        expect(bar.down).to_have_count(0)
    ann.gives()
    expect(ann.bottom.figure).to_have_text("1 point")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_where_guests_give_no_points_one_is_asked_to_sign_in(reader, story, policy, has_scripts):
    policy(guests_may_vote=False)
    ann = reader(has_scripts=has_scripts)
    ann.opens(story)
    for bar in ann.bars:
        expect(bar.figure).to_have_text("0 points")
        expect(bar.up).to_have_count(0)
        expect(bar.all.get_by_role("link", name="Sign in to give a point")).to_be_visible()
    ann.bottom.all.get_by_role("link").click()
    expect(ann.page.get_by_role("heading", level=1)).to_contain_text("Sign in")
    assert ann.cookies <= {"csrftoken"}  # the sign-in form's own


def test_a_rule_that_changes_under_an_open_page_is_told(reader, story, policy):
    ann = reader()
    ann.opens(story)
    policy(guests_may_vote=False)
    assert ann.gives() == 403
    expect(ann.top.status).to_contain_text("Points are given by readers with an account.")
    expect(ann.top.status.get_by_role("link", name="Sign in instead")).to_be_visible()
    expect(ann.bottom.figure).to_have_text("0 points")


def test_a_story_closed_to_points_shows_its_figure_and_no_buttons(reader, publish):
    ann = reader()
    ann.opens(publish(is_closed=True))
    for bar in ann.bars:
        expect(bar.figure).to_have_text("0 points")
        expect(bar.all.get_by_role("button")).to_have_count(0)
