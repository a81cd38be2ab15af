"""What a picture's box shows until it is there: its own colour, from a sheet, in its own place."""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from plaudit.stories import renditions, tints
from plaudit.stories.models import Photo
from tests.stories.test_story_page import page_of
from tests.support import making

SHEET = Path(tints.__file__).parents[1] / "static/plaudit/css/tints.css"


def drawn(size, colour, mode="RGB", form="PNG"):
    file = BytesIO()
    Image.new(mode, size, colour).save(file, form)
    file.seek(0)
    return file


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_the_sheet_has_a_colour_near_every_other(colour):
    name = f".tint-{tints.of(drawn((8, 4), colour))} "
    rule = next(line for line in SHEET.read_text().splitlines() if name in line)
    shown = bytes.fromhex(rule.partition("#")[2][:6])
    assert all(abs(one - other) <= 32 for one, other in zip(shown, colour, strict=True))


def test_the_sheet_is_as_it_is_made():
    assert SHEET.read_text() == tints.stylesheet()


@pytest.mark.parametrize(
    "file",
    [drawn((40, 40), "red"), drawn((40, 20), (255, 0, 0, 9), "RGBA")],
    ids=["square", "clear"],
)
def test_where_the_colour_would_stay_behind_a_picture_there_is_none(file):
    assert tints.of(file) == ""


@pytest.mark.django_db
def test_a_page_has_the_colour_from_the_publication_on(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    cache.clear()
    photo = making.photo()
    story = making.story(image=photo)
    assert "tint-" not in page_of(client, story)
    renditions.make.func([photo.pk], [])
    assert page_of(client, story).count('class="tint-222"') == 1
    photo = Photo.objects.get()
    photo.file = ContentFile(drawn((1600, 1000), "#102030").read(), "night.png")
    photo.save()
    photo.renditions.all().delete()
    cache.clear()
    renditions.make.func([photo.pk], [])
    assert 'class="tint-000"' in page_of(client, story)
