"""A moderator sets ballots aside in the newsroom, and readers see that, why, and its undoing."""

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from playwright.sync_api import expect

from plaudit.people import roles, staff
from plaudit.people.models import User
from tests.support import cast, typewriter
from tests.support.calling import Caller, soon

pytestmark = pytest.mark.browser


@pytest.fixture
def mo(running_site):
    with running_site.database():
        known = User.objects.filter(username="mo").first()
        user = known or staff.make("mo", "mo@gazette.example", cast.PASSWORD, roles.MODERATOR, "Mo")
        user.password = PBKDF2PasswordHasher().encode(cast.PASSWORD, "salt")
        user.save()
    return user


@pytest.fixture
def given(running_site, story):
    """Three guests have given the story a point each."""
    for _ in range(3):
        assert Caller(running_site).gives(story.get_absolute_url()).status == 200
    return story


def test_what_a_moderator_sets_aside_is_public_and_can_be_undone(reader, running_site, mo, given):
    desk, ann = reader(), reader(has_scripts=False)
    typewriter.pass_the_door(desk.page, mo.username, cast.PASSWORD)
    page = desk.page
    page.get_by_role("link", name="Ballots", exact=True).click()
    its_ballots = page.locator(f"a[href*='{given.ulid}']")
    soon(lambda: page.reload() and its_ballots.count())
    its_ballots.click()
    boxes = page.get_by_role("checkbox")
    expect(boxes).to_have_count(3)
    boxes.nth(0).check()
    boxes.nth(1).check()
    page.get_by_label("Reason").select_option(label="arranged voting")
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_role("heading", name="Set 2 ballots aside?")).to_be_visible()
    page.get_by_role("button", name="Set aside").click()
    expect(page.get_by_text("set aside: arranged voting")).to_have_count(2)

    ann.comes_back_to(given, "1 point")
    points = ann.page
    points.get_by_role("link", name="How these points were counted").click()
    expect(points.get_by_text("arranged voting")).to_be_visible()

    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Let count again").click()
    expect(page.get_by_text("Counting again: 2")).to_be_visible()
    ann.comes_back_to(given, "3 points")
    assert desk.complaints == ann.complaints == []
