"""Headlines made clean, and the addresses made of them."""

import pytest
import time_machine
from django.core.exceptions import ValidationError

from plaudit.stories import lines, slugs
from plaudit.stories.models import Section, Story
from tests.newsroom.forms import STORIES, story_form


@pytest.mark.parametrize(
    ("headline", "address"),
    [
        ("The bridge opens", "the-bridge-opens"),
        ("Привет, мир!", "privet-mir"),
        ("افتتاح الجسر", "ftth-ljsr"),
        ("Łódź & Überlingen: 5 %", "lodz-uberlingen-5"),
        ("東京タワー", "dongjingtawa"),
        ("—!?", "story-20261124"),
        ("", "story-20261124"),
    ],
)
@time_machine.travel("2026-11-24 12:00 +0000", tick=False)
def test_an_address_can_be_read_whatever_the_script(headline, address):
    assert slugs.readable(headline) == address


def test_a_long_headline_is_cut_between_words():
    address = slugs.readable("word " * 40)
    assert len(address) <= slugs.LONGEST - slugs.ROOM_FOR_A_NUMBER
    assert address.endswith("-word")
    assert len(slugs.readable("w" * 200)) == slugs.LONGEST - slugs.ROOM_FOR_A_NUMBER


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Two \n lines\t and\u00a0spaces ", "Two lines and spaces"),
        ("Bell\x07 and \u202ereversed\u202c", "Bell and reversed"),
        ("\ufeffMarked \u2066isolated\u2069", "Marked isolated"),
        ("می\u200cخواهم", "می\u200cخواهم"),  # a joiner that Persian needs
        ("👩\u200d🚒 saves 🏴 cat", "👩\u200d🚒 saves 🏴 cat"),
        ("zero\u200bwidth", "zerowidth"),
    ],
)
def test_a_headline_is_one_line_of_what_can_be_seen(typed, kept):
    assert lines.clean(typed) == kept


@pytest.mark.django_db
@pytest.mark.parametrize("headline", ["", " ", "\u200b", "\u202e", "\u200d"])
def test_a_headline_that_cannot_be_read_is_refused(headline, town):
    with pytest.raises(ValidationError) as refused:
        Story(headline=headline, section=town).full_clean()
    assert "headline" in refused.value.message_dict


@pytest.mark.django_db
def test_two_stories_of_one_headline_have_two_addresses(as_, town):
    for _ in range(3):
        as_("alice").post(f"{STORIES}/add/", story_form(section=town.pk))
    addresses = sorted(Story.objects.values_list("slug", flat=True))
    assert addresses == ["the-bridge-opens", "the-bridge-opens-2", "the-bridge-opens-3"]


@pytest.mark.django_db
def test_a_published_story_answers_at_its_old_address_with_the_new_one(as_, write):
    story = write()
    story.latest_revision.publish()
    as_("alice").post(f"{STORIES}/edit/{story.pk}/", story_form(story, "publish", slug="span"))
    answer = as_("").get("/stories/the-bridge-opens")
    assert (answer.status_code, answer.headers["Location"]) == (301, "/stories/span")


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["", "card"])
def test_a_preview_shows_the_page_as_readers_will_see_it(as_, write, mode, photo):
    story = write(image=photo)
    bob = as_("bob")
    url = f"{STORIES}/preview/{story.pk}/"
    ready = bob.post(url, story_form(story, headline="As it will be")).json()
    assert ready == {"is_valid": True, "is_available": True}
    page = bob.get(f"{url}?mode={mode}")
    assert page.status_code == 200
    assert "As it will be" in page.content.decode()
    assert Story.objects.get().headline == "The bridge opens"


@pytest.mark.django_db
def test_a_preview_of_what_is_not_saved_yet_is_shown_too(as_, town):
    bob = as_("bob")
    bob.post(f"{STORIES}/preview/", story_form(section=town.pk))
    page = bob.get(f"{STORIES}/preview/")
    assert page.status_code == 200
    assert "Across the river." in page.content.decode()


@pytest.mark.django_db
def test_a_preview_without_a_section_is_shown_too(as_, town):
    bob = as_("bob")
    bob.post(f"{STORIES}/preview/", story_form(section=""))
    assert bob.get(f"{STORIES}/preview/").status_code == 200


@pytest.mark.django_db
def test_a_section_is_found_for_a_first_draft(as_):
    Section.objects.create(name="Town", slug="town")
    assert as_("bob").get(f"{STORIES}/add/").status_code == 200
