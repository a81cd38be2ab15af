"""What comes in through the newsroom's upload screens: a sound picture, or a sentence why not."""

import gzip
import resource
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.models import UploadedFile

from plaudit.stories import renditions
from plaudit.stories.models import Photo
from tests.newsroom import damaged
from tests.newsroom.conftest import picture

pytestmark = [
    pytest.mark.django_db,
    # Pillow warns of what it opens and is refused for its size.
    pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning"),
]

IMAGES = "/newsroom/images"
AJAX = {"headers": {"x-requested-with": "XMLHttpRequest"}}
DAMAGED = "is damaged"
PIXELS = "more than 60,000,000 pixels"
NOT_ONE = "not an image or a corrupted image"
OTHER = "does not match the file format"
FORMATS = "Not a supported image format"
REFUSED = {
    "empty": ("a.png", bytes, "The submitted file is empty."),
    "text": ("a.jpg", lambda: b"These are words.", NOT_ONE),
    "page": ("a.jpg", lambda: b"<html><script>alert(1)</script>", NOT_ONE),
    "SVG": ("a.svg", lambda: damaged.SVG, FORMATS),
    "SVG as PNG": ("a.png", lambda: damaged.SVG, OTHER),
    "script in a GIF's head": ("a.gif", lambda: damaged.POLYGLOT, DAMAGED),
    "JPEG as PNG": ("a.png", damaged.jpeg, OTHER),
    "PSD as JPEG": ("a.jpg", lambda: damaged.PHOTOSHOP, ""),
    "HEIC": ("a.heic", lambda: damaged.IPHONE, FORMATS),
    "HEIC as JPEG": ("a.jpg", lambda: damaged.IPHONE, OTHER),
    "EPS as JPEG": ("a.jpg", lambda: damaged.POSTSCRIPT, NOT_ONE),
    "half a JPEG": ("a.jpg", lambda: damaged.jpeg()[:9000], DAMAGED),
    "a JPEG's first bytes": ("a.jpg", lambda: damaged.jpeg()[:20], DAMAGED),
    "half a PNG": ("a.png", lambda: picture((300, 300)).read()[:100], DAMAGED),
    "half a WebP": ("a.webp", lambda: picture(form="WEBP").read()[:40], DAMAGED),
    "half an AVIF": ("a.avif", lambda: picture(form="AVIF").read()[:200], DAMAGED),
    "half an animation": ("a.gif", lambda: damaged.animation("GIF", 9)[:-20], DAMAGED),
    "PNG of no width": ("a.png", lambda: damaged.png(0, 8), DAMAGED),
    "PNG of nonsense": ("a.png", lambda: damaged.png(data=b"nonsense"), DAMAGED),
    "text that unfolds": ("a.png", damaged.text_bomb, DAMAGED),
    "late text that unfolds": ("a.png", damaged.late_text_bomb, DAMAGED),
    "profile that unfolds": ("a.png", damaged.profile_bomb, DAMAGED),
    "huge PNG": ("a.png", lambda: damaged.png(30_000, 30_000, data=b""), PIXELS),
    "huge JPEG": ("a.jpg", damaged.huge_jpeg, PIXELS),
    "huge GIF": ("a.gif", damaged.huge_gif, PIXELS),
    "endless GIF": ("a.gif", damaged.endless_gif, PIXELS),
    "endless PNG": ("a.png", damaged.endless_png, NOT_ONE),
    "long WebP": ("a.webp", lambda: damaged.animation("WEBP", 17, (2000, 2000)), PIXELS),
    "many frames": ("a.gif", lambda: damaged.endless_gif(1_001, 8), "more than 1,000 frames"),
    "thin PNG": ("a.png", lambda: damaged.png(10, 20_000), "times as high as it is wide"),
    "huge WebP": ("a.webp", lambda: damaged.huge("WEBP"), PIXELS),
    "huge AVIF": ("a.avif", lambda: damaged.huge("AVIF"), PIXELS),
    "animated AVIF": ("a.avif", lambda: damaged.animation("AVIF", 9), NOT_ONE),
    "SVG as WebP": ("a.webp", lambda: damaged.SVG, OTHER),
    "packed SVG": ("a.svgz", lambda: gzip.compress(damaged.SVG), ""),
    "TIFF as JPEG": ("a.jpg", lambda: picture(form="TIFF").read(), OTHER),
    "16 bits": ("a.png", lambda: picture(mode="I;16").read(), "Save it with 8"),
    "100 MB": ("a.jpg", lambda: damaged.jpeg() + bytes(100 * 1024**2), "This file is too big"),
}
SECONDS = 8  # of the processor; each takes well under one
MEGABYTES = 600


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    return tmp_path


@pytest.fixture(params=REFUSED)
def bad(request):
    """A file that is to be refused, and what is to be said about it."""
    name, content, sentence = REFUSED[request.param]
    return SimpleUploadedFile(name, content()), sentence


def fields(file, prefix="", **more):
    form = {"title": "Bridge", "credit": "Ada Pix", "tags": "", "collection": "1", "file": file}
    form["alt"] = "A bridge at night"
    return {prefix + key: value for key, value in (form | more).items()}


def add(browser, file, **more):
    return browser.post(f"{IMAGES}/add/", fields(file, **more))


def add_many(browser, file):
    return browser.post(f"{IMAGES}/multiple/add/", {"files[]": file}, **AJAX)


def choose(browser, file):
    return browser.post(f"{IMAGES}/chooser/create/", fields(file, "image-chooser-upload-"), **AJAX)


def what_it_says(answer):
    if answer["Content-Type"] != "application/json":
        return str(answer.context["form"].errors["file"])
    data = answer.json()
    return data["error_message"] if "error_message" in data else data["htmlFragment"]


def files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


@pytest.mark.parametrize("door", [add, add_many, choose])
def test_what_is_no_sound_picture_is_refused_in_a_sentence_and_leaves_nothing(
    as_, media, door, bad
):
    file, sentence = bad
    bob = as_("bob")
    began, memory = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    answer = door(bob, file)
    assert time.process_time() - began < SECONDS
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory
    assert grown < MEGABYTES * 1024, f"it took {grown // 1024} MB"
    assert answer.status_code == 200
    assert sentence in what_it_says(answer)
    assert not Photo.objects.exists()
    assert not UploadedFile.objects.exists()
    assert files(media) == []


def test_a_picture_is_not_replaced_by_what_is_none(as_, media, bad):
    file, sentence = bad
    bob = as_("bob")
    add(bob, SimpleUploadedFile("a.png", picture().read()))
    photo = Photo.objects.get()
    before = list(media.glob("original_images/*")), Path(photo.file.path).read_bytes()
    answer = bob.post(f"{IMAGES}/{photo.pk}/", fields(file, title="Another"))
    assert answer.status_code == 200
    assert sentence in what_it_says(answer)
    assert Photo.objects.get().title == "Bridge"
    after = list(media.glob("original_images/*")), Path(photo.file.path).read_bytes()
    assert after == before


SOUND = {
    "animated GIF": ("a.gif", lambda: damaged.animation("GIF", 9)),
    "animated WebP": ("a.webp", lambda: damaged.animation("WEBP", 9)),
    "CMYK": ("a.jpg", lambda: picture(form="JPEG", mode="CMYK").read()),
    "see-through": ("a.png", lambda: picture(mode="LA").read()),
    "very wide": ("a.png", lambda: damaged.png(20_000, 10)),
    "very small": ("a.png", lambda: damaged.png(1, 1)),
    "as high as may be": ("a.png", lambda: damaged.png(1_300, 15_600)),
    "GIF of one pixel": ("a.gif", lambda: picture((1, 1), "GIF").read()),
    "WebP of one pixel": ("a.webp", lambda: picture((1, 1), "WEBP").read()),
    "AVIF of one pixel": ("a.avif", lambda: picture((1, 1), "AVIF").read()),
    "colours of 16 bits": ("a.png", damaged.deep),
    "long text": ("a.png", damaged.heavy_text),
    "an upper-case name": ("A.JPG", damaged.jpeg),
    "a name of many letters": ("ä" * 90 + ".jpg", damaged.jpeg),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_picture_is_taken_in_and_can_be_shown_in_every_size(as_, name):
    file_name, content = SOUND[name]
    answer = add(as_("bob"), SimpleUploadedFile(file_name, content()))
    assert answer.status_code == 302, answer.context["form"].errors
    photo = Photo.objects.get()
    assert renditions.make.func([photo.pk], []) == len(renditions.FEATURED)
    assert {one.filter_spec for one in photo.renditions.all()} == set(renditions.FEATURED)
    assert as_("bob").get(f"{IMAGES}/").status_code == 200


@pytest.mark.parametrize("sent", [{}, {"other": "x"}, {"files[]": "text in place of a file"}])
def test_to_send_no_file_is_answered_and_no_error(as_, sent):
    answer = as_("bob").post(f"{IMAGES}/multiple/add/", sent, **AJAX)
    assert answer.status_code == 400


HTML = b"<html>" + damaged.SCRIPT
STOWAWAYS = {
    "page behind a JPEG": ("a.jpg", lambda: damaged.jpeg() + HTML),
    "archive behind a JPEG": ("a.jpg", lambda: damaged.jpeg() + damaged.zipped()),
    "archive behind a PNG": ("a.png", lambda: picture().read() + damaged.zipped()),
    "page behind a GIF": ("a.gif", lambda: damaged.animation("GIF", 3) + HTML),
    "page behind a WebP": ("a.webp", lambda: picture(form="WEBP").read() + HTML),
    "page behind an AVIF": ("a.avif", lambda: picture(form="AVIF").read() + HTML),
    "program in a comment": ("a.jpg", lambda: damaged.jpeg(comment=b"<?PHP evil(); ?>")),
    "script in XMP": ("a.jpg", lambda: picture(form="JPEG", xmp=b"<x>" + HTML).read()),
    "script in a text": ("a.png", lambda: damaged.png(8, 8, damaged.text(HTML))),
    "script for an artist": ("a.jpg", lambda: damaged.jpeg(exif=damaged.artist(HTML))),
    "script for colours": ("a.jpg", lambda: damaged.jpeg(icc_profile=b"\0" * 128 + HTML)),
}


@pytest.mark.parametrize("name", STOWAWAYS)
def test_what_travels_in_a_pictures_file_is_left_behind(as_, media, name):
    file_name, content = STOWAWAYS[name]
    answer = add(as_("bob"), SimpleUploadedFile(file_name, content()))
    assert answer.status_code == 302, answer.context["form"].errors
    (stored,) = files(media)
    data = stored.read_bytes().lower()
    assert not [sign for sign in (b"<script", b"<html", b"<?php", b"pk\x05\x06") if sign in data]
    with Image.open(BytesIO(content())) as sent, Image.open(stored) as kept:
        assert (kept.format, kept.size) == (sent.format, sent.size)
        assert getattr(kept, "n_frames", 1) == getattr(sent, "n_frames", 1)
        if sent.format in ("PNG", "GIF"):
            assert kept.convert("RGB").tobytes() == sent.convert("RGB").tobytes()
    assert Photo.objects.get().file_size == len(data)


def test_a_script_that_cannot_be_told_from_the_picture_is_refused(as_, media):
    """Whoever wants to can make colours whose numbers are letters."""
    answer = add(as_("bob"), SimpleUploadedFile("a.gif", damaged.painted_script()))
    assert "is damaged" in str(answer.context["form"].errors["file"])
    assert files(media) == []


def test_a_picture_on_its_side_is_shown_upright_when_its_place_is_gone(as_):
    add(as_("bob"), SimpleUploadedFile("a.jpg", damaged.upright()))
    photo = Photo.objects.get()
    with Image.open(photo.file.path) as kept:
        assert dict(kept.getexif()) == {0x0112: 6}
    shown = photo.get_rendition("max-500x500|format-webp")
    assert (shown.width, shown.height) == (20, 40)
