"""A stranger becomes a reader, and gives points as a member."""

import itertools
import re

import pytest
from playwright.sync_api import expect

from plaudit.people.models import User
from plaudit.points.models import Ballot
from tests.support import making

pytestmark = pytest.mark.browser

PASSWORD = "seven ferries and a tram"
OWN = "This is your own story, so you cannot give it a point."
names = (f"dora{number}" for number in itertools.count(1))


def sign_up(reader, at="/accounts/signup/"):
    """Fill in the form as a stranger does; returns the name that was chosen."""
    name = next(names)
    page = reader.page
    page.goto(at)
    page.get_by_label("Mail address").fill(f"{name}@reader.example")
    page.get_by_label("User name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    reader.presses(page.get_by_role("main").get_by_role("button", name="Become a reader"))
    expect(page.get_by_role("banner").get_by_role("link", name="Sign out")).to_be_visible()
    return name


def sign_in(reader, name, story):
    """From the story's page and back to it."""
    page = reader.page
    page.goto(f"/accounts/login/?next={story.get_absolute_url()}")
    page.get_by_label("Mail address or user name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    reader.presses(page.get_by_role("main").get_by_role("button", name="Sign in"))
    expect(page).to_have_url(re.compile(f"{story.get_absolute_url()}$"))


def sign_out(reader):
    reader.presses(reader.page.get_by_role("banner").get_by_role("link", name="Sign out"))
    reader.presses(reader.page.get_by_role("main").get_by_role("button", name="Sign out"))
    expect(reader.page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()


def test_a_stranger_signs_up_and_votes_as_a_member(reader, story, running_site):
    ann = reader()
    sign_up(ann)
    ann.opens(story)
    assert ann.gives() == 200
    ann.shows("1 point", own=1)
    assert "guest" not in ann.cookies
    points = running_site.json(f"{story.get_absolute_url()}.json")["points"]
    assert (points["total"], points["members"], points["guests"]) == (1, 1, 0)
    ann.page.get_by_role("link", name="How these points were counted").click()
    from_members = ann.page.locator(".totals div").filter(has_text="from members")
    expect(from_members.locator("dd")).to_have_text("1")


def test_the_own_point_is_there_again_after_signing_out_and_in(reader, story):
    ann = reader()
    name = sign_up(ann)
    ann.opens(story)
    ann.gives()
    sign_out(ann)
    ann.comes_back_to(story, "1 point")
    ann.shows("1 point")  # whoever sits here now has given none
    sign_in(ann, name, story)
    ann.shows("1 point", own=1)
    ann.gives()
    ann.shows("0 points")


def test_a_member_has_the_own_point_on_every_device(reader, story, running_site):
    ann, phone = reader(), reader(has_scripts=False)
    name = sign_up(ann)
    ann.opens(story)
    ann.gives()
    sign_in(phone, name, story)
    phone.shows("1 point", own=1)
    phone.presses(phone.top.up)
    phone.shows("0 points")
    with running_site.database():
        assert Ballot.objects.filter(about=story.about).values("tag").distinct().count() == 1


def test_from_the_button_of_a_story_one_comes_back_to_it(reader, story, policy):
    policy(guests_may_vote=False)
    ann = reader()
    ann.opens(story)
    ann.presses(ann.top.all.get_by_role("link", name="Sign in to give a point"))
    ann.presses(ann.page.get_by_role("main").get_by_role("link", name="Become a reader"))
    sign_up(ann, at=ann.page.url)
    expect(ann.page).to_have_url(re.compile(f"{story.get_absolute_url()}$"))
    assert ann.gives() == 200
    ann.shows("1 point", own=1)


@pytest.mark.parametrize("has_scripts", [True, False])
def test_the_author_is_told_why_there_is_nothing_to_press(
    reader, publish, running_site, has_scripts
):
    ann = reader(has_scripts=has_scripts)
    name = sign_up(ann)
    with running_site.database():
        writer = making.author(f"Writer {name}", user=User.objects.get(username=name))
    own = publish(authors=[writer])
    ann.opens(own)
    for bar in ann.bars:
        expect(bar.figure).to_have_text("0 points")
        expect(bar.all.get_by_role("button")).to_have_count(0)
        expect(bar.all).to_contain_text(OWN)
    ben = reader()  # whom it does not concern
    ben.opens(own)
    expect(ben.page.get_by_text(OWN)).to_have_count(0)
    ben.gives()
    ann.page.reload()
    expect(ann.bottom.figure).to_have_text("1 point")


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_story_that_became_ones_own_under_an_open_page_is_refused_in_words(
    reader, story, running_site, has_scripts
):
    ann = reader(has_scripts=has_scripts)
    name = sign_up(ann)
    ann.opens(story)
    ann.page.wait_for_load_state("networkidle")  # what is hers is filled in
    with running_site.database():
        type(story).objects.filter(pk=story.pk).update(owner=User.objects.get(username=name))
    assert ann.gives() == 403
    told = ann.top.status if has_scripts else ann.page.get_by_role("main")
    expect(told).to_contain_text("No points can be given here")
    expect(told).to_contain_text("or is your own")
    ann.opens(story)
    expect(ann.top.figure).to_have_text("0 points")
    expect(ann.top.all).to_contain_text(OWN)
