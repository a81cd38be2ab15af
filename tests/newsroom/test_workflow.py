"""The desk: an author hands a story in, an editor publishes it or sends it back."""

import pytest
from wagtail.models import WorkflowState

from plaudit.stories.models import Event, Story
from plaudit.stories.newsroom import status
from tests.newsroom.forms import STORIES, story_form

pytestmark = pytest.mark.django_db


def hand_in(as_, story):
    return as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, "submit"))


def decide(as_, story, action):
    task = story.current_workflow_task_state
    url = f"{STORIES}/workflow/action/{story.pk}/{action}/{task.pk}/"
    return as_("alice").post(url, {"comment": "Who says so?"})


def test_handing_in_and_approving_publishes(as_, write):
    story = write()
    assert hand_in(as_, story).status_code == 302
    assert status.of(story_with_workflow(story)) == status.WAITING
    assert "The bridge opens" in as_("alice").get("/newsroom/").content.decode()
    decide(as_, story, "approve")
    assert Story.objects.get().live
    assert Event.objects.filter(ulid=story.ulid).exists()


def test_a_story_sent_back_can_be_handed_in_again(as_, write):
    story = write()
    hand_in(as_, story)
    decide(as_, story, "reject")
    assert status.of(story_with_workflow(story)) == status.RETURNED
    assert not Story.objects.get().live
    hand_in(as_, story)
    assert status.of(story_with_workflow(story)) == status.WAITING


def test_while_it_waits_the_author_does_not_write_on(as_, write):
    story = write()
    hand_in(as_, story)
    as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, headline="Hold the press"))
    assert story.revisions.count() == 2
    assert Story.objects.get().headline == "The bridge opens"


def test_an_author_can_take_a_story_back_from_the_desk(as_, write):
    story = write()
    hand_in(as_, story)
    as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, "cancel-workflow"))
    assert WorkflowState.objects.get().status == WorkflowState.STATUS_CANCELLED


def story_with_workflow(story):
    fresh = Story.objects.get(pk=story.pk)
    status.attach_workflows([fresh])
    return fresh
