"""Whoever publishes a change to what readers have says what it is; nothing typed is lost."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from plaudit.stories.models import Story
from tests.newsroom.forms import STORIES, story_form
from tests.newsroom.test_workflow import decide

pytestmark = pytest.mark.django_db

RIGHT = {
    "change_kind": "correction",
    "change_wrong": "We wrote that it opens on Monday.",
    "change_text": "It opens on Sunday.",
}


@pytest.fixture
def published(write):
    story = write()
    story.latest_revision.publish()
    story.refresh_from_db()
    return story


def send(browser, story, action, **changes):
    return browser.post(f"{STORIES}/edit/{story.pk}/", story_form(story, action, **changes))


def told(story):
    return list(story.changes.values_list("kind", "wrong", "text"))


def test_readers_are_told_what_the_editor_typed(as_, published):
    answer = send(as_("alice"), published, "publish", headline="The bridge opens early", **RIGHT)
    assert answer.status_code == 302
    assert told(published) == [tuple(RIGHT.values())]
    published.refresh_from_db()
    assert published.headline == "The bridge opens early"
    assert (published.change_kind, published.change_wrong, published.change_text) == ("", "", "")


REFUSED = {
    "nothing": ({}, "change_kind"),
    "no kind": ({"change_text": "It opens on Sunday."}, "change_kind"),
    "no wrong": (RIGHT | {"change_wrong": " "}, "change_wrong"),
    "no right": (RIGHT | {"change_text": ""}, "change_text"),
    "nothing to see": (RIGHT | {"change_text": "\u200b"}, "change_text"),
    "empty update": ({"change_kind": "update"}, "change_text"),
    "empty clarification": ({"change_kind": "clarification"}, "change_text"),
    "not offered": ({"change_kind": "retraction", "change_text": "No."}, "change_kind"),
}


@pytest.mark.parametrize(("typed", "field"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("action", ["publish", "submit"])
def test_without_it_nothing_goes_out_and_nothing_is_lost(as_, published, action, typed, field):
    before = published.revisions.count()
    changed = {"change_kind": "", "headline": "The bridge opens early"} | typed
    answer = send(as_("alice"), published, action, **changed)
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert 'value="The bridge opens early"' in answer.text or (
        "The bridge opens early</textarea>" in answer.text
    )
    assert Story.objects.get().headline == "The bridge opens"
    assert published.revisions.count() == before
    assert told(published) == []


def test_an_author_who_hands_it_in_is_asked_and_the_approval_tells_readers(as_, published):
    assert send(as_("bob"), published, "submit", change_kind="").status_code == 200
    assert send(as_("bob"), published, "submit", **RIGHT).status_code == 302
    assert told(published) == []
    published.refresh_from_db()
    decide(as_, published, "approve")
    assert told(published) == [tuple(RIGHT.values())]


def test_it_waits_with_the_revision_for_its_hour(as_, published, time_machine):
    hour = timezone.localtime() + timedelta(hours=1)
    at = hour.strftime("%Y-%m-%d %H:%M")
    refused = send(as_("alice"), published, "publish", go_live_at=at, change_kind="")
    assert refused.status_code == 200
    assert send(as_("alice"), published, "publish", go_live_at=at, **RIGHT).status_code == 302
    assert told(published) == []
    time_machine.move_to(hour + timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert told(published) == [tuple(RIGHT.values())]
    assert published.versions.count() == 2


def test_saving_a_draft_asks_nothing_and_keeps_what_was_typed(as_, published):
    answer = send(as_("alice"), published, "", change_kind="", change_text="Half a sent")
    assert answer.status_code == 302
    form = as_("alice").get(f"{STORIES}/edit/{published.pk}/").context["form"]
    assert form["change_text"].value() == "Half a sent"
    assert told(published) == []


def test_a_story_readers_never_had_is_not_asked_about(as_, write):
    story = write()
    page = as_("alice").get(f"{STORIES}/edit/{story.pk}/").text
    assert "What has changed" not in page
    assert send(as_("alice"), story, "publish", change_kind="").status_code == 302
    assert told(Story.objects.get()) == []
    assert "What has changed" in as_("alice").get(f"{STORIES}/edit/{story.pk}/").text


def test_what_was_taken_back_is_asked_about_when_it_comes_again(as_, published):
    as_("alice").post(f"{STORIES}/unpublish/{published.pk}/")
    published.refresh_from_db()
    assert send(as_("alice"), published, "publish", change_kind="").status_code == 200
    assert send(as_("alice"), published, "publish", **RIGHT).status_code == 302
    assert told(published) == [tuple(RIGHT.values())]


def test_an_older_revision_brings_back_words_but_not_what_was_said_of_them(as_, published):
    send(as_("alice"), published, "publish", **RIGHT)
    said = published.revisions.order_by("-pk").first()
    published.refresh_from_db()
    send(as_("alice"), published, "publish", change_kind="minor")
    form = as_("alice").get(f"{STORIES}/history/{published.pk}/revisions/{said.pk}/revert/")
    assert form.context["form"]["change_text"].value() == ""
    said.publish()
    assert [kind for kind, *_ in told(published)] == ["correction", "minor", "minor"]
