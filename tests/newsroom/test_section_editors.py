"""Who edits a section, and where that ends."""

import pytest
from django.test import Client
from wagtail.models import TaskState

from plaudit.people import roles
from plaudit.people.models import User
from plaudit.stories.models import DeskTask, Section, Story
from tests.newsroom.forms import STORIES, story_form
from tests.newsroom.test_permissions import is_refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def abroad(town):
    return Section.objects.get(slug="abroad")


def publish(browser: Client, story: Story | None, **changes):
    where = f"{STORIES}/edit/{story.pk}/" if story else f"{STORIES}/add/"
    return browser.post(where, story_form(story, "publish", **changes))


def move(story: Story, section: Section) -> None:
    """As the newsroom saves a draft: its row stays as it is until it is published."""
    story.section = section
    story.save_revision()


def test_they_publish_anybodys_story_of_their_section(as_, write):
    story = write()
    assert b'name="action-publish"' in as_("terri").get(f"{STORIES}/edit/{story.pk}/").content
    publish(as_("terri"), story)
    assert Story.objects.get().live


def test_they_take_it_back_and_retract_it(as_, write):
    story = write()
    story.latest_revision.publish()
    as_("terri").post(f"{STORIES}/retract/{story.pk}/", {"reason": "It was another bridge."})
    assert Story.objects.get().retracted_at
    assert b"/unpublish/" in as_("terri").get(f"{STORIES}/edit/{story.pk}/").content
    as_("terri").post(f"{STORIES}/unpublish/{story.pk}/")
    assert not Story.objects.get().live


def test_a_new_story_goes_out_in_their_section_alone(as_, town, abroad):
    refused = publish(as_("terri"), None, section=abroad.pk)
    assert "You publish in the sections that you edit." in refused.content.decode()
    assert not Story.objects.filter(live=True).exists()
    publish(as_("terri"), None, section=town.pk)
    assert Story.objects.get(live=True).section == town


def test_their_own_story_in_another_section_is_handed_in(as_, write, abroad, town):
    story = write(by="terri")
    move(story, abroad)
    page = as_("terri").get(f"{STORIES}/edit/{story.pk}/").content
    assert b'name="action-submit"' in page
    assert b'name="action-publish"' not in page
    publish(as_("terri"), story, section=abroad.pk)
    assert not Story.objects.get().live


def test_they_neither_send_a_story_away_nor_fetch_one_that_readers_have(as_, write, abroad, town):
    story = write(by="terri")
    publish(as_("terri"), story, section=abroad.pk)
    assert not Story.objects.get().live
    move(story, abroad)
    story.latest_revision.publish()
    publish(as_("terri"), story, section=town.pk, change_kind="minor")
    assert Story.objects.get().section == abroad


def hand_in(story: Story, author: User) -> str:
    """Returns the address at which it is approved."""
    Story.get_default_workflow().start(story, author)
    return f"{STORIES}/workflow/action/{story.pk}/approve/{TaskState.objects.latest('pk').pk}/"


def test_a_draft_that_moves_is_for_the_editor_of_where_it_goes(as_, write, cast, abroad):
    story = write()
    move(story, abroad)
    approve = hand_in(story, cast.bob)
    as_("terri").post(approve)
    assert not Story.objects.get().live
    as_("sven").post(approve)
    assert Story.objects.get().live


def test_a_published_story_that_moves_is_for_editors_of_all(as_, write, cast, abroad, town):
    story = write()
    story.latest_revision.publish()
    story = Story.objects.get()
    move(story, abroad)
    approve = hand_in(story, cast.bob)
    for name in ("terri", "sven"):
        as_(name).post(approve)
        assert Story.objects.get().section == town
    as_("alice").post(approve)
    assert Story.objects.get().section == abroad


def test_what_waits_for_them_is_on_their_dashboard(as_, write, cast):
    Story.get_default_workflow().start(write("A bridge to read"), cast.bob)
    assert "A bridge to read" in as_("terri").get("/newsroom/").content.decode()
    assert "A bridge to read" not in as_("sven").get("/newsroom/").content.decode()


def test_they_approve_what_waits_for_them(as_, write, cast):
    as_("terri").post(hand_in(write(), cast.bob))
    assert Story.objects.get().live


def test_they_see_the_drafts_of_their_section_and_no_others(as_, write, abroad):
    write("A bridge")
    Story.objects.filter(pk=write("A summit").pk).update(section=abroad)
    shown = as_("terri").get(f"{STORIES}/").content.decode()
    assert "A bridge" in shown
    assert "A summit" not in shown


def test_who_writes_here_no_more_edits_nothing(as_, write, cast):
    story = write()
    cast.terri.groups.clear()
    roles.give(cast.terri, roles.MODERATOR)
    publish(as_("terri"), story)
    assert not Story.objects.get().live
    assert is_refused(as_("terri").get(f"{STORIES}/edit/{story.pk}/"))


def test_an_author_cannot_undo_an_editors_lock_elsewhere(as_, write, abroad):
    story = write(by="terri")
    Story.objects.filter(pk=story.pk).update(section=abroad)
    as_("alice").post(f"{STORIES}/lock/{story.pk}/")
    as_("terri").post(f"{STORIES}/unlock/{story.pk}/")
    assert Story.objects.get().locked


def test_editors_name_them_on_the_screen_of_the_section(as_, town, cast):
    screen = f"/newsroom/snippets/stories/section/edit/{town.pk}/"
    shown = as_("alice").get(screen).content.decode()
    assert f'name="editors" value="{cast.boris.pk}"' in shown
    assert f'name="editors" value="{cast.charlie.pk}"' not in shown
    form = {
        "name": "Town",
        "slug": "town",
        "description": "",
        "order": 1,
        "editors": [cast.boris.pk],
    }
    as_("alice").post(screen, form | {"editors": [cast.boris.pk]})
    assert list(town.editors.all()) == [cast.boris]


def test_the_desk_of_the_first_day_knows_them_too(db):
    [step] = Story.get_default_workflow().tasks
    assert isinstance(step.specific, DeskTask)
    assert set(step.specific.groups.values_list("name", flat=True)) == {
        roles.EDITOR, roles.ADMINISTRATOR
    }  # fmt: skip
