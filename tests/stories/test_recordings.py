"""Sound and film: which files are taken, as what they are kept, and what a page says of them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from plaudit.stories.models import Recording
from plaudit.stories.recordings import kinds
from tests.stories.recorded import BEGINNINGS, recording
from tests.support import making

FILM = "WEBVTT\n\n00:00.000 --> 00:02.000\nOn time."


@pytest.mark.parametrize(("name", "head"), BEGINNINGS.items(), ids=BEGINNINGS)
def test_a_file_is_what_is_in_it(name, head):
    assert kinds.of(head).ending == name.split()[0]


@pytest.mark.parametrize(
    "head",
    [
        b"",
        b"\xff",
        b"<html><script>",
        b"\x00\x00\x00\x20ftypqt  ",
        b"\x00\x00\x00\x20ftypheic",
        b"OggS" + bytes(24) + b"\x80theora",
        b"\x1a\x45\xdf\xa3\x9fB\x82\x88matroska",
        b"RIFF\x00\x00\x00\x00WAVEfmt ",
        b"\xff\xf1\x50\x80",
        b"%PDF-1.7",
    ],
)
def test_what_not_every_browser_plays_is_nothing(head):
    assert kinds.of(head) is None


@pytest.mark.parametrize(
    "place",
    [
        b"+52.5200+013.4050/",
        b"-33.8688+151.2093+034.000/",
        b"+08.98-079.51/",
    ],
)
def test_where_it_was_recorded_is_forgotten_and_nothing_else(place):
    before = BEGINNINGS["mp4"] + b"moov\xa9xyz" + place + b"mdat 12+34/ 2026"
    after = kinds.without_place(before)
    assert len(after) == len(before)
    assert place not in after
    assert after.startswith(BEGINNINGS["mp4"] + b"moov\xa9xyz")
    assert after.endswith(b"mdat 12+34/ 2026")


@pytest.mark.django_db
def test_it_is_kept_under_a_name_of_our_own_for_what_it_is():
    made = recording("mp4", b"\xa9xyz+52.5200+013.4050/" + bytes(3000))
    assert made.file.name == f"recordings/{made.file.name[11:37]}.mp4"
    assert made.file.name[11:37].isalnum()
    assert b"+52" not in made.file.read()
    assert made.kind == kinds.MP4
    name = made.file.name
    made.title = "Another title"
    made.save()
    assert made.file.name == name


@pytest.mark.django_db
def test_its_file_goes_when_it_goes(django_capture_on_commit_callbacks):
    made = recording()
    storage, name = made.file.storage, made.file.name
    with django_capture_on_commit_callbacks(execute=True):
        made.delete()
    assert not storage.exists(name)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "wrong", "sentence"),
    [
        (
            {"file": SimpleUploadedFile("a.mp3", b"<html>")},
            "file",
            "This is no MP3, M4A, OGG, MP4 or WebM, whatever its name: convert it.",
        ),
        (
            {"file": SimpleUploadedFile("a.mp3", b"ID3" + bytes(kinds.MOST_BYTES))},
            "file",
            "This file has 22.9\xa0MB; at most 24 MB are taken. Make it smaller first.",
        ),
        (
            {"captions": "1\n00:00 --> 00:02"},
            "captions",
            "Captions begin with a line that says WEBVTT. Paste the whole file.",
        ),
        ({"transcript": ""}, "transcript", "This field cannot be blank."),
        ({"credit": ""}, "credit", "This field cannot be blank."),
    ],
)
def test_what_cannot_be_taken_is_refused_with_what_to_do(fields, wrong, sentence):
    told = {"title": "T", "credit": "C", "transcript": "Words"}
    told["file"] = SimpleUploadedFile("a.mp3", b"ID3")
    with pytest.raises(ValidationError) as caught:
        Recording(**told | fields).full_clean()
    assert caught.value.message_dict == {wrong: [sentence]}


@pytest.mark.django_db
def test_a_page_plays_nothing_by_itself_and_has_the_words(client):
    sound, film = recording(), recording("mp4", captions=FILM, poster=making.photo())
    body = [("recording", {"recording": one, "caption": ""}) for one in (sound, film)]
    page = client.get(making.story(body=body).get_absolute_url()).content.decode()
    assert (
        f'<audio controls preload="none" aria-label="{sound.title}" src="{sound.file.url}">' in page
    )
    assert 'preload="none" playsinline' in page
    assert 'poster="/media/images/' in page
    assert f'<track kind="captions" src="/recordings/{film.pk}.vtt" srclang="en"' in page
    assert "Download (MP3, 4.9\xa0KB)" in page
    assert "<p>Ada: On time.</p>" in page
    assert "autoplay" not in page
    assert "css/recording" in page


@pytest.mark.django_db
def test_a_recording_that_is_gone_leaves_the_rest_of_the_story(client):
    made = recording()
    story = making.story(body=[("recording", {"recording": made}), ("subhead", "After it")])
    made.delete()
    assert "After it" in client.get(story.get_absolute_url()).content.decode()


@pytest.mark.django_db
def test_captions_are_served_as_such_and_only_where_there_are_some(client):
    film, sound = recording("webm", captions=f"\ufeff{FILM}".replace("\n", "\r\n")), recording()
    answer = client.get(f"/recordings/{film.pk}.vtt")
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.decode() == FILM
    assert client.get(f"/recordings/{sound.pk}.vtt").status_code == 404
