"""What a section and an author are called stands on pages of all kinds: none keeps an old name."""

import pytest
from django.utils import timezone

from plaudit import flow
from plaudit.press import keys
from plaudit.press.models import Stale
from plaudit.stories.models import Author, Byline, Section
from tests.support import making
from tests.support.calling import Caller, editor, soon

SECTIONS = "/newsroom/snippets/stories/section"
AUTHORS = "/newsroom/snippets/stories/author"
OF_SECTION = {"name": "Harbour", "slug": "harbour", "description": "", "order": "5"}
OF_AUTHOR = {"name": "Ada Quill", "slug": "ada", "role": "", "bio": "", "portrait": "", "user": ""}


@pytest.fixture
def section(db):
    return Section.objects.create(name="Harbour", slug="harbour", order=5)


@pytest.fixture
def author(db):
    return Author.objects.create(name="Ada Quill", slug="ada")


@pytest.fixture
def are_all_stale(section, author):
    """Whether every page is, by what was done since the last look."""

    def look() -> bool:
        while not flow.tick(timezone.now()).is_idle:
            pass
        is_so = Stale.objects.filter(key=keys.FRAME).exists()
        Stale.objects.all().delete()
        return is_so

    look()
    assert not look()
    return look


@pytest.mark.parametrize("change", [{"name": "Port"}, {"order": "1"}, {"slug": "port"}])
def test_a_section_that_is_changed_is_changed_on_every_page(as_, section, are_all_stale, change):
    answer = as_("alice").post(f"{SECTIONS}/edit/{section.pk}/", OF_SECTION | change)
    assert answer.status_code == 302
    assert are_all_stale()


@pytest.mark.parametrize("change", [{"name": "Ada Pen"}, {"role": "Editor"}, {"slug": "ada-pen"}])
def test_an_author_who_is_changed_is_changed_on_every_page(as_, author, are_all_stale, change):
    answer = as_("alice").post(f"{AUTHORS}/edit/{author.pk}/", OF_AUTHOR | change)
    assert answer.status_code == 302
    assert are_all_stale()


def test_a_new_section_comes_into_every_menu(as_, are_all_stale):
    answer = as_("alice").post(f"{SECTIONS}/add/", OF_SECTION | {"name": "Fair", "slug": "fair"})
    assert answer.status_code == 302
    assert are_all_stale()


@pytest.mark.parametrize("screens", [SECTIONS, AUTHORS])
def test_what_is_deleted_goes_from_every_page(as_, section, author, are_all_stale, screens):
    gone = section if screens == SECTIONS else author
    assert as_("dora").post(f"{screens}/delete/{gone.pk}/").status_code == 302
    assert are_all_stale()


@pytest.mark.parametrize("screens", ["section", "author"])
def test_so_does_what_is_deleted_with_others_at_once(as_, section, author, are_all_stale, screens):
    gone = section if screens == "section" else author
    bulk = f"/newsroom/bulk/stories/{screens}/delete/?id={gone.pk}"
    assert as_("dora").post(bulk).status_code == 302
    assert not type(gone).objects.filter(pk=gone.pk).exists()
    assert are_all_stale()


def test_a_new_name_is_on_the_stored_pages_soon(running_site):
    with running_site.database():
        section = Section.objects.create(name="Sluice", slug="sluice")
        author = Author.objects.create(name="Otto Old", slug="otto")
        story = making.story("The sluice is shut", section=section)
        Byline.objects.create(story=story, author=author)
    pages = ["/how-points-work", story.get_absolute_url(), "/sections/sluice"]
    caller = Caller(running_site)
    for page in pages:
        soon(lambda page=page: "Sluice" in caller.get(page).text)
    alice = editor(running_site, Caller(running_site))
    renamed = OF_SECTION | {"name": "Lock gate", "slug": "sluice"}
    alice.fills_in(f"{SECTIONS}/edit/{section.pk}/", **renamed)
    for page in pages:
        soon(lambda page=page: "Lock gate" in caller.get(page).text)
    alice.fills_in(
        f"{AUTHORS}/edit/{author.pk}/", **OF_AUTHOR | {"name": "Nina New", "slug": "otto"}
    )
    soon(lambda: "Nina New" in caller.get(story.get_absolute_url()).text)
