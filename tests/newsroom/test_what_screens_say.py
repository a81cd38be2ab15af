"""What screens of Wagtail's say here: a paper's words, and what follows from a click."""

from zoneinfo import available_timezones

import pytest
from django.conf import settings

from plaudit.masthead.models import Page
from plaudit.stories.models import Story
from tests.newsroom.forms import STORIES

pytestmark = pytest.mark.django_db
ACCOUNT = "/newsroom/account/"


def account_form(**changes):
    return {
        "name-name": "Alice A. Ink",
        "locale-preferred_language": "",
        "locale-current_time_zone": "",
        "theme-theme": "dark",
        "theme-contrast": "system",
        "theme-density": "default",
    } | changes


def test_ones_account_has_one_name_as_everywhere(as_, cast):
    alice = as_("alice")
    shown = alice.get(ACCOUNT).content.decode()
    assert 'name="name-name" value="Alice"' in shown
    assert "First Name" not in shown
    assert "Last Name" not in shown
    assert alice.post(ACCOUNT, account_form()).status_code == 302
    cast.alice.refresh_from_db()
    assert cast.alice.name == "Alice A. Ink"
    assert cast.alice.wagtail_userprofile.theme == "dark"


def test_ones_account_is_for_whoever_is_in_the_newsroom(as_):
    for name in ("", "charlie"):
        assert as_(name).get(ACCOUNT).status_code == 302


def test_only_time_zones_that_browsers_know_are_offered():
    offered = set(settings.WAGTAIL_USER_TIME_ZONES)
    assert {"UTC", "Europe/Berlin", "Asia/Riyadh"} <= offered <= available_timezones()
    assert not offered & {"localtime", "Factory", "build/etc/localtime", "posixrules"}


def test_a_wrong_address_in_the_newsroom_leads_back_there(as_):
    answer = as_("alice").get("/newsroom/nowhere/")
    assert answer.status_code == 404
    shown = answer.content.decode()
    assert "There is no screen here" in shown
    assert 'href="/newsroom/"' in shown
    assert "Wagtail admin" not in shown
    assert "- Wagtail" not in shown


def test_taking_a_story_back_says_what_readers_will_find(as_, write):
    story = write()
    story.latest_revision.publish()
    shown = as_("alice").get(f"{STORIES}/unpublish/{story.pk}/").content.decode()
    assert "says that the story is gone" in shown
    assert f"{STORIES}/retract/{story.pk}/" in shown
    assert "referenced" not in shown


def test_deleting_a_story_says_that_it_cannot_be_undone(as_, write):
    story = write()
    shown = as_("alice").get(f"{STORIES}/delete/{story.pk}/").content.decode()
    assert "cannot be undone" in shown
    assert "readers have had" not in shown
    story.latest_revision.publish()
    shown = as_("alice").get(f"{STORIES}/delete/{story.pk}/").content.decode()
    assert "Readers have had this story" in shown
    assert f"{STORIES}/unpublish/{story.pk}/" in shown


def test_the_list_of_pages_says_where_each_stands(as_):
    for title, live in (("Imprint", True), ("About", False)):
        page = Page(title=title, slug=title.lower(), live=False)
        page.save()
        if live:
            page.save_revision().publish()
    shown = as_("alice").get("/newsroom/snippets/masthead/page/").content.decode()
    assert "Published" in shown
    assert "Draft" in shown
    assert "Status string" not in shown


def test_the_dashboard_says_when_readers_got_a_story(as_, write):
    story = write()
    story.latest_revision.publish()
    shown = as_("mo").get("/newsroom/").content.decode()
    assert "Lately published" in shown
    assert "published 0\xa0minutes ago" in shown


def icons_of(block):
    yield block.meta.icon
    for child in getattr(block, "child_blocks", {}).values():
        yield from icons_of(child)
    if hasattr(block, "child_block"):
        yield from icons_of(block.child_block)


def test_every_block_of_a_story_has_an_icon_that_is_there(as_):
    drawn = as_("alice").get("/newsroom/sprite/").content.decode()
    wanted = set(icons_of(Story._meta.get_field("body").stream_block))
    assert [icon for icon in sorted(wanted) if f'id="icon-{icon}"' not in drawn] == []
