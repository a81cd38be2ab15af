"""Where a photograph was taken does not get out, wherever in its file it is written."""

import struct
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from wagtail.models import UploadedFile

from plaudit.stories.models import Photo
from tests.newsroom import damaged
from tests.newsroom.conftest import picture

pytestmark = pytest.mark.django_db

IMAGES = "/newsroom/images"
GPS, ORIENTATION, COPYRIGHT = 0x8825, 0x0112, 0x8298
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><r exif:GPSLatitude="52,30.0N"/></x:xmpmeta>'
PLACE = "52,30.0N"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    return tmp_path


def exif(*, place: bool = True) -> bytes:
    made = Image.Exif()
    made[ORIENTATION], made[COPYRIGHT] = 6, "Ada Pix"
    if place:
        made[GPS] = {1: "N", 2: (52.0, 30.0, 0.0), 29: PLACE}
    return made.tobytes()


def saved(form: str, **more: Any) -> bytes:
    return picture(form=form, **more).read()


def segment(data: bytes) -> bytes:
    return b"\xff\xe1" + struct.pack(">H", len(data) + 2) + data


def in_second_xmp() -> bytes:
    """XMP of more than 64 kB goes on in segments of its own, which Pillow leaves unread."""
    main = b"http://ns.adobe.com/xap/1.0/\0<x xmpNote:HasExtendedXMP='0'/>"
    more = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + bytes(8) + XMP
    whole = damaged.jpeg()
    return whole[:2] + segment(main) + segment(more) + whole[2:]


def behind_the_picture() -> bytes:
    """The film of a "motion photo": it says its place in a box of its own."""
    return (
        damaged.jpeg() + b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + b"\0\0\0\x1c\xa9xyz" + b"52,30.0N/"
    )


def in_late_exif() -> bytes:
    whole = damaged.png()
    return whole[:-12] + damaged.chunk(b"eXIf", exif().removeprefix(b"Exif\0\0")) + whole[-12:]


def in_packed_text() -> bytes:
    texts = PngInfo()
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=True)
    return saved("PNG", pnginfo=texts)


def in_late_packed_text() -> bytes:
    """Behind the picture, when what is before it says no place."""
    whole = saved("PNG", exif=exif(place=False))
    text = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(XMP)
    return whole[:-12] + damaged.chunk(b"iTXt", text) + whole[-12:]


def as_imagemagick_writes_it() -> bytes:
    """EXIF as text in hexadecimal."""
    data = exif()
    texts = PngInfo()
    texts.add_text("Raw profile type exif", f"\nexif\n{len(data):8}\n{data.hex()}\n", zip=True)
    return saved("PNG", pnginfo=texts)


def in_gif() -> bytes:
    whole = damaged.animation("GIF", 3)
    return whole[:-1] + b"!\xff\x0bXMP DataXMP" + bytes([len(XMP)]) + XMP + b"\0" + b";"


def in_second_picture() -> bytes:
    file = BytesIO()
    first, second = Image.new("RGB", (64, 40)), Image.new("RGB", (64, 40))
    second.encoderinfo = {"exif": exif()}
    first.save(file, "MPO", save_all=True, append_images=[second], exif=exif(place=False))
    return file.getvalue()


def in_exif_that_is_broken() -> bytes:
    """A value further on cannot be written again as it was read."""
    made = Image.Exif()
    made[GPS] = {1: "N", 29: PLACE}
    made[ORIENTATION] = 6
    whole = bytearray(made.tobytes())
    at = whole.index(struct.pack(">HHI", ORIENTATION, 3, 1))
    whole[at + 2 : at + 8] = struct.pack(">HI", 99, 7)
    return saved("JPEG", exif=bytes(whole))


HIDDEN = {
    "JPEG": ("a.jpg", lambda: saved("JPEG", exif=exif())),
    "PNG": ("a.png", lambda: saved("PNG", exif=exif())),
    "WebP": ("a.webp", lambda: saved("WEBP", exif=exif())),
    "AVIF": ("a.avif", lambda: saved("AVIF", exif=exif())),
    "XMP in JPEG": ("a.jpg", lambda: saved("JPEG", xmp=XMP)),
    "XMP in UTF-16": ("a.jpg", lambda: saved("JPEG", xmp=XMP.decode().encode("utf-16"))),
    "XMP in WebP": ("a.webp", lambda: saved("WEBP", xmp=XMP)),
    "XMP in AVIF": ("a.avif", lambda: saved("AVIF", xmp=XMP)),
    "XMP in GIF": ("a.gif", in_gif),
    "the second XMP": ("a.jpg", in_second_xmp),
    "packed text": ("a.png", in_packed_text),
    "late EXIF": ("a.png", in_late_exif),
    "late packed text": ("a.png", in_late_packed_text),
    "ImageMagick's text": ("a.png", as_imagemagick_writes_it),
    "MPO": ("a.jpg", in_second_picture),
    "film": ("a.jpg", behind_the_picture),
    "broken EXIF": ("a.jpg", in_exif_that_is_broken),
    "JPEG in CMYK": ("a.jpg", lambda: saved("JPEG", mode="CMYK", exif=exif())),
    "large": ("a.jpg", lambda: damaged.jpeg((2400, 1800), quality=98, exif=exif())),
}


def add(browser, name, content):
    form = {"title": "A", "credit": "Ada Pix", "alt": "A field", "tags": "", "collection": "1"}
    file = SimpleUploadedFile(name, content)
    return browser.post(f"{IMAGES}/add/", form | {"file": file})


def says_where(path: Path) -> bool:
    with Image.open(path) as found:
        found.load()
        texts = str([value for key, value in found.info.items() if key != "icc_profile"])
        data = path.read_bytes().replace(b"\0", b"")
        return GPS in found.getexif() or "GPS" in texts or b"GPSL" in data or b"52,3" in data


@pytest.fixture(params=HIDDEN)
def located(request, tmp_path_factory):
    """The name and the bytes of a picture that says where it was taken."""
    name, content = HIDDEN[request.param]
    return name, content()


def test_no_stored_picture_says_where_it_was_taken(as_, media, located):
    answer = add(as_("bob"), *located)
    assert answer.status_code == 302, answer.context["form"].errors
    photo = Photo.objects.get()
    stored = [path for path in media.rglob("*") if path.is_file()]
    assert stored == [Path(photo.file.path)]
    assert not says_where(stored[0])
    assert photo.file_size == stored[0].stat().st_size


def test_neither_does_one_that_waits_for_its_credit(as_, media, located):
    """It lies in the folder that is served, under a name that can be guessed."""
    name, content = located
    files = {"files[]": SimpleUploadedFile(name, content)}
    ajax = {"headers": {"x-requested-with": "XMLHttpRequest"}}
    assert as_("bob").post(f"{IMAGES}/multiple/add/", files, **ajax).json()["success"]
    stored = [path for path in media.rglob("*") if path.is_file()]
    assert stored == [Path(UploadedFile.objects.get().file.path)]
    assert not says_where(stored[0])


def test_a_replaced_file_is_looked_at_as_well(as_, media):
    bob = as_("bob")
    add(bob, "a.png", saved("PNG"))
    photo = Photo.objects.get()
    file = SimpleUploadedFile("b.jpg", saved("JPEG", exif=exif()))
    form = {"title": "A", "credit": "Ada Pix", "alt": "A field", "tags": "", "collection": "1"}
    form["file"] = file
    assert bob.post(f"{IMAGES}/{photo.pk}/", form).status_code == 302
    stored = list(media.glob("original_images/*"))
    assert [path.name for path in stored] == ["b.jpg"]
    assert not says_where(stored[0])


def test_whose_it_is_and_which_way_is_up_stay(as_):
    add(as_("bob"), "a.jpg", saved("JPEG", exif=exif()))
    kept = Image.open(Photo.objects.get().file.path).getexif()
    assert dict(kept) == {ORIENTATION: 6, COPYRIGHT: "Ada Pix"}


def test_an_animation_stays_one(as_):
    add(as_("bob"), "a.gif", in_gif())
    assert Image.open(Photo.objects.get().file.path).n_frames == 3


def test_a_picture_that_cannot_be_written_without_its_place_is_refused(as_, media):
    """As a JPEG whose tables are gone behind its head."""
    whole = saved("JPEG", exif=exif())
    answer = add(as_("bob"), "a.jpg", whole[: len(whole) // 2])
    assert "is damaged" in str(answer.context["form"].errors["file"])
    assert not list(media.rglob("*.*"))
