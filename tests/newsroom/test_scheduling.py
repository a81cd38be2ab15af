"""A revision waits, and meanwhile the newsroom goes on: what it was to become may be gone."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from plaudit.stories.models import Section, Story
from tests.newsroom.forms import STORIES

pytestmark = pytest.mark.django_db


@pytest.fixture
def scheduled(write):
    """A published story whose next revision waits for its hour."""

    def wait(headline: str, **changes: object) -> Story:
        story = write(headline)
        story.latest_revision.publish()
        story.refresh_from_db()
        for name, value in changes.items():
            setattr(story, name, value)
        story.go_live_at = timezone.now() + timedelta(hours=1)
        story.save_revision().publish()
        return story

    return wait


def an_hour_later(time_machine) -> None:
    time_machine.move_to(timezone.now() + timedelta(hours=2))
    call_command("publish_scheduled", verbosity=0)


def test_an_address_that_was_taken_meanwhile_is_not_moved_to(scheduled, write, time_machine):
    story = scheduled("The bridge opens", slug="the-crossing", dek="At last.")
    taken = write("The crossing")
    another = scheduled("The mill burns", dek="To the ground.")
    an_hour_later(time_machine)
    for waiting in (story, another):
        waiting.refresh_from_db()
    assert (story.dek, story.slug) == ("At last.", "the-bridge-opens")
    assert another.dek == "To the ground."
    assert taken.slug == "the-crossing"


def test_a_section_that_is_gone_leaves_the_story_where_it_is(as_, scheduled, town, time_machine):
    short_lived = Section.objects.create(name="Fair", slug="fair")
    story = scheduled("The fair opens", section=short_lived, dek="With sheep.")
    short_lived.delete()
    assert as_("alice").get(f"{STORIES}/edit/{story.pk}/").status_code == 200
    an_hour_later(time_machine)
    story.refresh_from_db()
    assert (story.dek, story.section) == ("With sheep.", town)
