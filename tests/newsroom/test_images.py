"""Images: credited, without a place, of a size that can be borne, in the sizes of the templates."""

import re
import struct
import zlib
from io import BytesIO
from itertools import product
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django_tasks_db.models import DBTaskResult
from PIL import Image
from wagtail.models import ReferenceIndex

from plaudit.stories import renditions, retouching
from plaudit.stories.models import Event, Photo, Story
from tests.newsroom.conftest import picture
from tests.newsroom.forms import STORIES, story_form

pytestmark = pytest.mark.django_db

IMAGES = "/newsroom/images"
TEMPLATES = Path(renditions.__file__).parents[1] / "templates"
GPS = 0x8825


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()  # Wagtail remembers sizes by image, and tests use the same numbers again


def made_tasks():
    return DBTaskResult.objects.filter(task_path=renditions.make.module_path)


def upload(content, **more):
    return {
        "title": "Bridge",
        "file": SimpleUploadedFile(content.name, content.read()),
        "credit": "Ada Pix",
        "alt": "A bridge at night",
        "tags": "",
        "collection": "1",
    } | more


def located(form):
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[GPS] = {1: "N", 2: (52.0, 30.0, 0.0)}
    return picture(form=form, exif=exif.tobytes())


@pytest.mark.parametrize("credit", ["", "   "])
def test_an_image_without_credit_is_not_taken_in(as_, credit):
    answer = as_("bob").post(f"{IMAGES}/add/", upload(picture(), credit=credit))
    assert answer.status_code == 200
    assert "credit" in answer.context["form"].errors
    assert not Photo.objects.exists()


def test_the_choosers_form_asks_for_credit_too(as_):
    bob = as_("bob")
    assert "image-chooser-upload-credit" in bob.get(f"{IMAGES}/chooser/").content.decode()
    data = {f"image-chooser-upload-{key}": value for key, value in upload(picture()).items()}
    bob.post(f"{IMAGES}/chooser/create/", data | {"image-chooser-upload-credit": ""})
    assert not Photo.objects.exists()
    bob.post(
        f"{IMAGES}/chooser/create/",
        data | {"image-chooser-upload-file": SimpleUploadedFile("a.png", picture().read())},
    )
    assert Photo.objects.get().credit == "Ada Pix"


def test_many_at_once_wait_until_each_has_its_credit(as_):
    bob = as_("bob")
    files = {"files[]": SimpleUploadedFile("a.jpeg", located("JPEG").read())}
    answer = bob.post(
        f"{IMAGES}/multiple/add/", files, headers={"x-requested-with": "XMLHttpRequest"}
    ).json()
    assert answer["success"]
    assert not Photo.objects.exists()
    key = answer["uploaded_file_id"]
    url = f"{IMAGES}/multiple/create_from_uploaded_image/{key}/"
    form = {f"uploaded-image-{key}-{name}": value for name, value in upload(picture()).items()}
    ajax = {"headers": {"x-requested-with": "XMLHttpRequest"}}
    assert not bob.post(url, form | {f"uploaded-image-{key}-credit": ""}, **ajax).json()["success"]
    assert bob.post(url, form, **ajax).json()["success"]
    photo = Photo.objects.get()
    assert (photo.credit, photo.uploaded_by_user.username) == ("Ada Pix", "bob")
    assert GPS not in Image.open(photo.file.path).getexif()


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_forgets_where_it_was_taken_and_keeps_which_way_is_up(as_, form):
    answer = as_("bob").post(f"{IMAGES}/add/", upload(located(form)))
    assert answer.status_code == 302, answer.context["form"].errors
    photo = Photo.objects.get()
    stored = Image.open(photo.file.path)
    assert stored.format == form
    assert GPS not in stored.getexif()
    assert stored.getexif()[0x0112] == 6
    assert b"GPS" not in Path(photo.file.path).read_bytes()
    assert photo.file_size == Path(photo.file.path).stat().st_size


def test_a_picture_that_names_no_place_is_kept_byte_for_byte(as_):
    original = picture(form="JPEG").read()
    file = SimpleUploadedFile("a.jpeg", original)
    as_("bob").post(f"{IMAGES}/add/", upload(picture(), file=file))
    assert Path(Photo.objects.get().file.path).read_bytes() == original


def bomb() -> bytes:
    """A PNG of a few bytes that says it is 30,000 by 30,000."""

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 1, 0, 0, 0, 0)
    data = zlib.compress(b"\0" * 30_000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("huge.png", bomb()),
        ("drawing.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("drawing.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("page.jpg", b"<html>"),
        ("empty.png", b""),
    ],
)
@pytest.mark.filterwarnings("ignore::PIL.Image.DecompressionBombWarning")
def test_what_is_no_picture_or_too_large_is_refused(as_, name, content):
    file = SimpleUploadedFile(name, content)
    answer = as_("bob").post(f"{IMAGES}/add/", upload(picture(), file=file))
    assert answer.status_code == 200
    assert "file" in answer.context["form"].errors
    assert not Photo.objects.exists()


def test_an_author_changes_own_images_only(as_):
    as_("bob").post(f"{IMAGES}/add/", upload(picture()))
    photo = Photo.objects.get()
    assert as_("bob").get(f"{IMAGES}/{photo.pk}/").status_code == 200
    assert as_("boris").get(f"{IMAGES}/{photo.pk}/").status_code == 302
    assert as_("alice").get(f"{IMAGES}/{photo.pk}/").status_code == 200


def test_publishing_makes_the_sizes_of_the_pictures(as_, write, photo, town):
    second = Photo.objects.create(
        title="Second", credit="Ada Pix", file=ContentFile(picture().read(), "second.png")
    )
    story = write(image=photo)
    story.body = [("image", {"image": second, "caption": ""})]
    story.save_revision()
    assert not made_tasks().exists()
    Story.objects.get().latest_revision.publish()
    task = made_tasks().get()
    renditions.make.func(*task.args_kwargs["args"])
    assert {made.filter_spec for made in photo.renditions.all()} == set(renditions.FEATURED)
    assert {made.filter_spec for made in second.renditions.all()} == set(renditions.IN_BODY)


def test_a_page_names_avif_once_it_is_made_and_is_rendered_anew_then(client, write, photo, town):
    second = Photo.objects.create(
        title="Second", credit="Ada Pix", file=ContentFile(picture().read(), "second.png")
    )
    story = write(image=photo)
    story.body = [("gallery", {"images": [{"image": second, "caption": ""}] * 2})]
    story.save_revision().publish()
    before = client.get(story.get_absolute_url()).content.decode()
    assert before.count("image/webp") == 3
    assert "image/avif" not in before
    events = Event.objects.filter(ulid=story.ulid)
    count = events.count()
    renditions.make.func(*made_tasks().get().args_kwargs["args"])
    assert events.count() == count + 1
    after = client.get(story.get_absolute_url()).content.decode()
    assert after.count("image/avif") == after.count("image/webp") == 3
    renditions.make.func(*made_tasks().get().args_kwargs["args"])
    assert events.count() == count + 1, "nothing was made, so nothing has changed"


def test_of_avif_all_sizes_are_named_or_none(client, write, photo):
    """A browser that takes AVIF would be given the small one for every screen."""
    photo.make_renditions("width-640|format-avif")
    story = write(image=photo)
    story.latest_revision.publish()
    assert "image/avif" not in client.get(story.get_absolute_url()).content.decode()


def test_cards_and_what_is_shared_are_cut_around_the_focal_point(photo):
    wide = Image.new("RGB", (900, 300), "white")
    wide.paste("crimson", (700, 100, 800, 200))
    file = BytesIO()
    wide.save(file, "PNG")
    photo = Photo(title="Buoy", credit="Ada Pix", file=ContentFile(file.getvalue(), "buoy.png"))
    photo.width, photo.height = wide.size
    photo.focal_point_x, photo.focal_point_y = 750, 150
    photo.focal_point_width = photo.focal_point_height = 100
    photo.save()
    for spec in ("fill-360x240|format-webp", *renditions.SHARED):
        with Image.open(photo.get_rendition(spec).file.path) as cut:
            greens = cut.convert("RGB").crop((0, cut.height // 2, cut.width, cut.height // 2 + 1))
            low, _high = greens.getextrema()[1]
        assert low < 100, f"{spec} cuts away what is most important"


def waiting_after_changing(browser, photo, **more):
    """The tasks that wait once an image's words or focal point were changed in its form."""
    form = upload(picture(), **more)
    del form["file"]
    assert browser.post(f"{IMAGES}/{photo.pk}/", form).status_code == 302
    return DBTaskResult.objects.filter(task_path=retouching.follow.module_path)


@pytest.mark.parametrize("place", ["featured", "in the body"])
def test_a_changed_image_is_cut_anew_and_its_published_stories_follow(as_, write, photo, place):
    shown = write("Shown")
    if place == "featured":
        shown.image = photo
    else:
        shown.body = [("gallery", {"images": [{"image": photo, "caption": ""}] * 2})]
    shown.save()
    shown.save_revision().publish()
    ReferenceIndex.create_or_update_for_object(shown)  # a task of Wagtail's after the transaction
    write("A draft", image=photo)
    write("Without it").latest_revision.publish()
    Event.objects.all().delete()
    focus = {f"focal_point_{name}": "9" for name in ("x", "y", "width", "height")}
    task = waiting_after_changing(as_("alice"), photo, **focus).get()
    assert retouching.follow.func(*task.args_kwargs["args"]) == 1
    assert [event.ulid for event in Event.objects.all()] == [shown.ulid]
    cut = photo.renditions.filter(filter_spec="fill-360x240|format-webp")
    assert [one.focal_point_key != "" for one in cut] == [True] * (place == "featured")


def test_an_image_that_nobody_changed_or_that_is_gone_has_nothing_to_follow(as_, photo):
    form = {"title": photo.title, "credit": photo.credit, "alt": photo.alt}
    assert not waiting_after_changing(as_("alice"), photo, **form).exists()
    assert retouching.follow.func(photo.pk + 1) == 0


def test_a_newer_draft_makes_no_sizes(as_, write, photo):
    story = write(image=photo)
    story.latest_revision.publish()
    before = made_tasks().count()
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, headline="Later"))
    assert made_tasks().count() == before


def test_a_lost_file_does_not_keep_the_others_from_being_made(photo):
    lost = Photo.objects.create(
        title="Lost", credit="Ada Pix", file=ContentFile(picture().read(), "lost.png")
    )
    Path(lost.file.path).unlink()
    assert renditions.make.func([lost.pk, photo.pk], []) == len(renditions.FEATURED)


def test_nor_does_a_lost_size(photo):
    renditions.make.func([photo.pk], [])
    Path(photo.get_rendition(renditions.SMALL).file.path).unlink()
    slow = photo.renditions.filter(filter_spec__endswith="avif")
    slow.delete()
    cache.clear()
    renditions.make.func([photo.pk], [])
    assert slow.count() == 4


def test_every_size_a_template_asks_for_is_made_when_a_story_is_published():
    tag = re.compile(r"{% (?:picture|image) (\S+) ((?:[\w-]+-(?:\{[\w,]+\}|\w+) ?)+)")
    made = {"image": renditions.FEATURED, "portrait": renditions.PORTRAIT}
    made["logo"] = ["max-960x320|format-webp-lossless"]  # no story's: made with the first page
    made["logo_dark"] = made["logo"]
    for template in sorted(TEMPLATES.rglob("*.html")):
        for subject, specs in tag.findall(template.read_text()):
            expected = made.get(subject.rsplit(".", 1)[-1], renditions.FEATURED)
            if "blocks" in template.parts:
                expected = renditions.IN_BODY
            assert set(expand(specs)) <= set(expected), f"{template.name}: {specs}"


def expand(specs: str) -> list[str]:
    """width-{640,1280} format-{webp,jpeg} → the four filters it stands for."""
    choices = []
    for spec in specs.split():
        name, _, values = spec.partition("-")
        choices.append([f"{name}-{value}" for value in values.strip("{}").split(",")])
    return ["|".join(parts) for parts in product(*choices)]
