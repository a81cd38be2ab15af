"""A poll and a ranked list in the editor: what readers choose from keeps its id."""

from datetime import UTC, datetime

import pytest
from wagtail.test.utils.form_data import streamfield

from plaudit.stories.models import Story
from tests.newsroom.forms import STORIES, story_form
from tests.stories.items import items_of, poll, ranked
from tests.support import making

pytestmark = pytest.mark.django_db


def rows(*filled):
    """A list of the editor, from each row's id ("" for a new one) and value."""
    data = {"count": len(filled)}
    for place, (known, value) in enumerate(filled):
        data[str(place)] = {"deleted": "", "order": place, "type": "", "id": known, "value": value}
    return data


def body_of(*options, at="2099-05-01 18:00", **more):
    said = {"question": "Which?", "options": rows(*options), "closes_at": at, "results": "after"}
    return streamfield([("poll", said | more)])


def test_an_editor_publishes_a_poll_and_its_options_keep_their_ids(as_, town):
    alice = as_("alice")
    story = making.story(section=town, body=[poll("Hope", "Faith")])
    before = items_of(story)
    keys = {name: item.key for name, item in before.items()}
    options = [(keys["Faith"], "Faith"), (keys["Hope"], "Hope, late"), ("", "Charity")]
    form = story_form(story, "publish", body=body_of(*options))
    assert alice.post(f"{STORIES}/edit/{story.pk}/", form).status_code == 302
    after = items_of(story)
    assert list(after) == ["Faith", "Hope, late", "Charity"]
    assert [after["Faith"].about, after["Hope, late"].about] == [
        before["Faith"].about,
        before["Hope"].about,
    ]
    assert {item.closes_at for item in after.values()} == {datetime(2099, 5, 1, 18, tzinfo=UTC)}
    assert {item.is_single for item in after.values()} == {True}


def test_the_editor_says_what_is_wrong_with_a_poll(as_, town):
    alice = as_("alice")
    story = making.story(section=town)
    form = story_form(story, "publish", body=body_of(("", "Hope"), ("", "hope ")))
    page = alice.post(f"{STORIES}/edit/{story.pk}/", form).content.decode()
    assert "Two options are the same. Word one of them differently." in page
    assert Story.objects.get().body[0].block_type == "paragraph"


def test_the_editor_opens_with_both(as_, town):
    story = making.story(section=town, body=[poll("Hope", "Faith"), ranked("Charity")])
    page = as_("alice").get(f"{STORIES}/edit/{story.pk}/").content.decode()
    assert "Readers give points to the items" in page
    assert "Readers may choose more than one" in page
