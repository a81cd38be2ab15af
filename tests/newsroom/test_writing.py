"""Stories through the newsroom's real views."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from plaudit.stories.models import Author, Event, OldSlug, Story
from tests.newsroom.forms import STORIES, story_form

pytestmark = pytest.mark.django_db


def events_of(story: Story) -> int:
    return Event.objects.filter(ulid=story.ulid).count()


def test_an_author_writes_a_draft_that_is_the_authors_own(as_, cast, town):
    answer = as_("bob").post(f"{STORIES}/add/", story_form(section=town.pk))
    story = Story.objects.get()
    assert answer.status_code == 302, answer.context["form"].errors
    assert (story.live, story.owner, story.slug) == (False, cast.bob, "the-bridge-opens")
    assert events_of(story) == 0


def test_the_editor_starts_with_ones_own_byline_and_section(as_, cast, town):
    form = as_("bob").get(f"{STORIES}/add/").context["form"]
    assert form["section"].value() == town.pk
    assert [line.instance.author.name for line in form.formsets["bylines"].initial_forms] == [
        "Bob Quill"
    ]


def test_a_prefilled_byline_is_saved(as_, town):
    author = Author.objects.get()
    data = story_form(section=town.pk) | {
        "bylines-TOTAL_FORMS": "1",
        "bylines-INITIAL_FORMS": "1",
        "bylines-0-id": "",
        "bylines-0-ORDER": "1",
        "bylines-0-author": str(author.pk),
    }
    answer = as_("bob").post(f"{STORIES}/add/", data)
    assert answer.status_code == 302
    assert Story.objects.get().byline_authors() == [author]


def test_an_authors_publish_button_pressed_by_force_saves_a_draft(as_, town):
    as_("bob").post(f"{STORIES}/add/", story_form(section=town.pk, action="publish"))
    assert not Story.objects.get().live


def test_publishing_writes_an_event(as_, write):
    story = write()
    answer = as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, "publish"))
    story.refresh_from_db()
    assert answer.status_code == 302
    assert story.live
    assert events_of(story) >= 1


def test_a_newer_draft_of_a_published_story_is_no_event(as_, write):
    story = write()
    story.latest_revision.publish()
    before = events_of(story)
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, headline="Not yet"))
    story.refresh_from_db()
    assert story.headline == "The bridge opens"
    assert story.get_latest_revision_as_object().headline == "Not yet"
    assert events_of(story) == before


def test_taking_a_story_back_is_an_event(as_, write):
    story = write()
    story.latest_revision.publish()
    before = events_of(story)
    as_("alice").post(f"{STORIES}/unpublish/{story.pk}/")
    story.refresh_from_db()
    assert not story.live
    assert events_of(story) > before


def test_an_older_revision_brings_back_words_only(as_, cast, write):
    story = write()
    first = story.latest_revision
    first.publish()
    story = Story.objects.get()
    story.headline = "Second thoughts"
    story.save_revision().publish()
    Story.objects.update(owner=cast.boris, is_closed=True)
    url = f"{STORIES}/history/{story.pk}/revisions/{first.pk}/revert/"
    assert b"The bridge opens" in as_("alice").get(url).content
    data = story_form(first.as_object(), "publish", is_closed="on") | {"revision": first.pk}
    assert as_("alice").post(f"{STORIES}/edit/{story.pk}/", data).status_code == 302
    now = Story.objects.get()
    assert now.headline == "The bridge opens"
    assert (now.ulid, now.owner, now.is_closed) == (story.ulid, cast.boris, True)


def test_closing_a_story_to_points_does_not_wait_for_publication(as_, write):
    story = write()
    story.latest_revision.publish()
    before = events_of(story)
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, is_closed="on"))
    assert Story.objects.get().is_closed
    assert events_of(story) == before + 1


def test_an_author_cannot_close_a_story_to_points(as_, write):
    story = write()
    as_("bob").post(f"{STORIES}/edit/{story.pk}/", story_form(story, is_closed="on"))
    assert not Story.objects.get().is_closed


def test_the_row_of_a_draft_follows_its_newest_revision(as_, write):
    story = write()
    data = story_form(story, headline="Better", bylines={
        "TOTAL_FORMS": 1, "INITIAL_FORMS": 1, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000,
        "0": {"id": story.bylines.get().pk, "author": Author.objects.get().pk, "DELETE": "on"},
    })  # fmt: skip
    assert as_("alice").post(f"{STORIES}/edit/{story.pk}/", data).status_code == 302
    story = Story.objects.get()
    assert (story.headline, story.byline_authors()) == ("Better", [])


def test_a_scheduled_story_goes_out_at_its_hour_and_comes_back_at_its_end(as_, write):
    story = write()
    hour = timezone.localtime() + timedelta(hours=1)
    times = {
        "go_live_at": hour.strftime("%Y-%m-%d %H:%M"),
        "expire_at": (hour + timedelta(hours=1)).strftime("%Y-%m-%d %H:%M"),
    }
    answer = as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, "publish", **times))
    assert answer.status_code == 302
    story = Story.objects.get()
    assert not story.live
    assert story.scheduled_revision
    with time_machine.travel(hour + timedelta(minutes=1)):
        call_command("publish_scheduled")
    assert Story.objects.get().live
    with time_machine.travel(hour + timedelta(minutes=61)):
        call_command("publish_scheduled")
    assert not Story.objects.get().live
    assert events_of(story) >= 2


def test_a_new_address_leaves_the_old_one_behind(as_, write):
    story = write()
    story.latest_revision.publish()
    data = story_form(story, "publish", slug="bridge-day")
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", data)
    assert Story.objects.get().slug == "bridge-day"
    assert OldSlug.objects.get().slug == "the-bridge-opens"


def test_an_address_that_was_never_public_leaves_nothing_behind(as_, write):
    story = write()
    data = story_form(story, "publish", slug="bridge-day")
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", data)
    assert not OldSlug.objects.exists()


@pytest.mark.parametrize("slug", ["the-bridge-opens", "old-bridge"])
def test_an_address_that_is_or_was_anothers_is_refused_with_a_sentence(as_, write, slug):
    OldSlug.objects.create(slug="old-bridge", story=write())
    other = write("Another")
    answer = as_("alice").post(f"{STORIES}/edit/{other.pk}/", story_form(other, slug=slug))
    assert answer.status_code == 200
    assert "address" in str(answer.context["form"].errors["slug"])


def test_history_and_comparison_show_what_changed(as_, write):
    story = write()
    story.headline = "The bridge closes"
    story.save_revision()
    history = as_("bob").get(f"{STORIES}/history/{story.pk}/")
    assert history.status_code == 200
    compared = (
        as_("bob")
        .get(f"{STORIES}/history/{story.pk}/revisions/compare/earliest...latest/")
        .content.decode()
    )
    assert "closes" in compared
    assert "opens" in compared


def test_a_deleted_story_is_an_event(as_, write):
    story = write()
    as_("alice").post(f"{STORIES}/delete/{story.pk}/")
    assert not Story.objects.exists()
    assert events_of(story) == 1


def test_stories_deleted_together_are_events(as_, write):
    stories = [write("One"), write("Two")]
    ids = "&".join(f"id={story.pk}" for story in stories)
    as_("alice").post(f"/newsroom/bulk/stories/story/delete/?{ids}")
    assert not Story.objects.exists()
    assert Event.objects.exclude(ulid="").count() == 2
