"""What an image's form asks for besides the file: words, or that none are needed; whose it is."""

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from plaudit.stories.models import Photo
from tests.newsroom.conftest import picture
from tests.stories.test_story_page import linked_data, page_of, text_of
from tests.support import making

IMAGES = "/newsroom/images"
GOOD = "Two ferries lie beside each other at the pier"


@pytest.fixture
def say(db, as_, settings, tmp_path):
    """Upload a picture with what is said of it; the errors, by field."""
    settings.MEDIA_ROOT = tmp_path
    cache.clear()

    def send(name="ferries-at-pier.png", **more):
        file = SimpleUploadedFile(name, picture().read())
        form = {"title": "Ferries", "credit": "Ada Pix", "tags": "", "collection": "1"}
        answer = as_("bob").post(f"{IMAGES}/add/", form | {"file": file} | more)
        return answer.context["form"].errors if answer.status_code == 200 else {}

    return send


@pytest.mark.parametrize("alt", ["", "   "])
def test_an_image_without_words_is_not_taken_in_unless_it_is_decoration(say, alt):
    assert "those who cannot see it" in say(alt=alt)["alt"][0]
    assert not Photo.objects.exists()
    assert say(alt=alt, is_decoration="on") == {}
    assert (Photo.objects.get().alt, Photo.objects.get().is_decoration) == ("", True)


def test_what_is_decoration_is_not_described(say):
    assert say(alt=GOOD, is_decoration="on") == {}
    assert Photo.objects.get().alt == ""


@pytest.mark.parametrize(
    "alt",
    ["IMG_2034", "DSC01234.JPG", "PXL_20261103_101500123", "20261103 10.15", "a pier.webp",
     "ferries-at-pier", "Ferries-At-Pier"],
)  # fmt: skip
def test_what_a_file_is_called_is_no_description(say, alt):
    assert "what a file is called" in say(alt=alt)["alt"][0]
    assert not Photo.objects.exists()


@pytest.mark.parametrize("alt", [GOOD, "Pier 7", "B612", "عبّارتان عند الرصيف", "The year 1954."])
def test_words_are_taken(say, alt):
    assert say(alt=alt) == {}
    assert Photo.objects.get().alt == alt


def test_a_file_may_be_called_by_good_words(say):
    assert say(f"{GOOD}.png", alt=GOOD) == {}


def test_where_the_words_of_an_older_image_are_changed_they_are_asked_for(as_, photo):
    Photo.objects.update(alt="")
    form = {"title": "Bridge", "credit": "Ada Pix", "tags": "", "collection": "1"}
    alice = as_("alice")
    assert "alt" in alice.post(f"{IMAGES}/{photo.pk}/", form).context["form"].errors
    assert alice.post(f"{IMAGES}/{photo.pk}/", form | {"alt": GOOD}).status_code == 302
    assert Photo.objects.get().alt == GOOD


def test_who_lets_others_use_an_image_says_under_which_licence(say):
    assert "under which licence" in say(alt=GOOD, reuse="yes")["licence"][0]
    assert say(alt=GOOD, reuse="yes", licence="CC BY 4.0") == {}


def image_of(client, **more):
    story = making.story(image=making.photo(credit="Ada Pix", **more))
    page = page_of(client, story)
    return page, text_of(page), linked_data(page)["image"]


@pytest.mark.django_db
def test_readers_and_search_engines_are_told_that_others_may_use_it(client):
    page, text, image = image_of(
        client, licence="CC BY-SA 4.0", reuse="yes", credit_url="https://ada.example/"
    )
    address = "https://creativecommons.org/licenses/by-sa/4.0/"
    assert f'<a href="{address}" rel="license noopener">CC BY-SA 4.0</a>' in page
    assert "CC BY-SA 4.0 , others may use it" in text
    assert image["@type"] == "ImageObject"
    assert image["contentUrl"].startswith("http")
    assert (image["width"], image["height"]) == (1200, 630)
    assert {key: image[key] for key in ("license", "creditText", "copyrightNotice")} == {
        "license": address,
        "creditText": "Ada Pix",
        "copyrightNotice": "Ada Pix, CC BY-SA 4.0",
    }
    assert image["acquireLicensePage"] == "https://ada.example/"


@pytest.mark.django_db
def test_or_that_they_must_ask(client):
    _, text, image = image_of(client, reuse="no", credit_url="https://ada.example/")
    assert "Ada Pix , to be used with permission only" in text
    assert image["acquireLicensePage"] == "https://ada.example/"
    assert "license" not in image


@pytest.mark.django_db
def test_of_an_older_image_no_more_is_told_than_was_said(client):
    page, text, image = image_of(
        client, licence="Ours", licence_url="https://ours.example/", credit_url="https://a.example/"
    )
    assert 'href="https://ours.example/"' in page
    assert "others may use" not in text
    assert "permission" not in text
    assert image["license"] == "https://ours.example/"
    assert "acquireLicensePage" not in image


@pytest.mark.browser
def test_advice_is_given_while_the_words_are_typed(newsroom, running_site, editor):
    newsroom.goto("/newsroom/images/add/")
    said = newsroom.locator("alt-advice [data-part=advice]")
    alt = newsroom.locator("[name=alt]")
    expect(said).to_be_hidden()
    alt.fill("A photo of two ferries")
    expect(said).to_have_text("A screen reader says that it is an image: leave out “A photo of”.")
    expect(newsroom.locator("alt-advice")).to_have_css("display", "block")
    alt.fill("Bild von zwei Fähren")
    expect(said).to_contain_text("leave out “Bild von”")
    alt.fill("Photographers and pictures on a pier")
    expect(said).to_be_hidden()
    newsroom.locator("[name=caption]").fill("photographers and pictures on a pier")
    expect(said).to_have_text("This is the caption again: whoever listens hears it twice.")
    alt.fill("Ferries")
    expect(said).to_contain_text("One word is little")
    alt.fill("ferry " * 30)
    expect(said).to_contain_text("179 characters are long to listen to.")
    assert newsroom.complaints == []


@pytest.mark.browser
def test_advice_is_given_in_the_window_where_an_image_is_chosen_too(newsroom):
    newsroom.get_by_role("link", name="Write a story").click()
    newsroom.locator("#id_image-chooser").get_by_role("button", name="Choose an image").click()
    newsroom.get_by_role("tab", name="Upload").click()
    newsroom.locator("[name$='-alt']").fill("Image of a pier")
    expect(newsroom.locator("alt-advice")).to_contain_text("leave out “Image of”")
    assert newsroom.complaints == []
