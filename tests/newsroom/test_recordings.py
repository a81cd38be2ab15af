"""Sound and film in the newsroom: who takes some in, and what is not taken."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from plaudit.stories.models import Recording
from tests.stories.recorded import BEGINNINGS, recording

pytestmark = pytest.mark.django_db
RECORDINGS = "/newsroom/snippets/stories/recording"
FIELDS = {"title": "The ferrywoman", "credit": "Ada Mic", "transcript": "On time.", "captions": ""}


def add(browser, content):
    file = SimpleUploadedFile("talk.mp3", content)
    return browser.post(f"{RECORDINGS}/add/", FIELDS | {"file": file, "poster": ""})


@pytest.mark.parametrize(
    ("name", "is_taken"),
    [("charlie", False), ("mo", False), ("bob", True), ("alice", True), ("dora", True)],
)
def test_who_works_on_stories_takes_recordings_in(as_, name, is_taken):
    assert add(as_(name), BEGINNINGS["mp3"] + bytes(500)).status_code in (302, 403)
    assert Recording.objects.filter(title="The ferrywoman").exists() == is_taken


def test_what_is_no_sound_is_refused_with_what_to_do(as_):
    answer = add(as_("bob"), b"<html>")
    assert "This is no MP3, M4A, OGG, MP4 or WebM" in answer.content.decode()
    assert not Recording.objects.exists()


@pytest.mark.parametrize("address", ["edit", "delete"])
def test_an_author_changes_and_deletes_none(as_, address):
    url = f"{RECORDINGS}/{address}/{recording().pk}/"
    assert as_("bob").get(url).status_code == 302
    assert as_("alice").get(url).status_code == 200
