"""Every picture the paper asks for can be drawn, the same every time, and is a picture."""

import hashlib

import pytest
from PIL import ImageStat

from plaudit.demo import paper, pictures

SMALL = (320, 200)


def asked_for():
    for story in paper.stories():
        if story.image:
            yield story.image.key
        for kind, value in story.body:
            if kind == "image":
                yield value["image"].key
            elif kind == "gallery":
                yield from (item["image"].key for item in value["images"])


def fingerprint(picture):
    return hashlib.sha256(picture.tobytes()).hexdigest()


def test_what_is_asked_for_is_what_can_be_drawn():
    assert sorted(asked_for()) == pictures.keys()


@pytest.mark.parametrize("key", pictures.keys())
def test_a_picture_is_drawn_in_its_size_and_is_not_a_blank(key):
    picture = pictures.draw(key, SMALL)
    assert (picture.size, picture.mode) == (SMALL, "RGB")
    assert max(ImageStat.Stat(picture).stddev) > 25


def test_no_two_pictures_are_alike():
    keys = pictures.keys()
    assert len({fingerprint(pictures.draw(key, SMALL)) for key in keys}) == len(keys)


def test_a_picture_is_the_same_whatever_was_drawn_before_it():
    first = fingerprint(pictures.draw("night-tram", SMALL))
    pictures.draw("otter", SMALL)
    pictures.draw("night-tram", (160, 100))
    assert fingerprint(pictures.draw("night-tram", SMALL)) == first


@pytest.mark.parametrize("size", [(1600, 1000), (200, 400), (640, 360), (64, 64)])
def test_any_shape_is_filled_to_its_edges(size):
    picture = pictures.draw("stars-over-the-brows", size)
    assert picture.size == size
    sky = picture.crop((size[0] // 2, 0, size[0] // 2 + 1, 1)).getpixel((0, 0))
    assert sum(sky) < 600, "the paper shows through at the edge"


def test_a_key_that_nobody_drew_is_an_error():
    with pytest.raises(KeyError):
        pictures.draw("a-picture-nobody-drew")


@pytest.mark.parametrize("author", paper.AUTHORS, ids=lambda author: author.slug)
def test_every_author_has_a_face(author):
    face = pictures.portrait(author.slug)
    assert face.size == (400, 400)
    assert max(ImageStat.Stat(face).stddev) > 25
