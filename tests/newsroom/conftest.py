"""The cast: Alice edits, Bob writes, Boris writes other things, Charlie reads, Dora administers.

Terri edits the section Town, Sven another; both write as authors do.
"""

from collections.abc import Callable
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.core.files.images import ImageFile
from django.test import Client
from PIL import Image

from plaudit.people import roles
from plaudit.people.models import User
from plaudit.stories.models import Author, Byline, Photo, Section, Story
from tests.support import typewriter

PASSWORD = "a long password indeed"


def person(name: str, role: str = "") -> User:
    user = User.objects.create_user(name.lower(), f"{name.lower()}@gazette.example", name=name)
    if role:
        roles.give(user, role)
    return user


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    people = SimpleNamespace(
        alice=person("Alice", roles.EDITOR),
        bob=person("Bob", roles.AUTHOR),
        boris=person("Boris", roles.AUTHOR),
        charlie=person("Charlie"),
        dora=person("Dora", roles.ADMINISTRATOR),
        mo=person("Mo", roles.MODERATOR),
        sven=person("Sven", roles.AUTHOR),
        terri=person("Terri", roles.AUTHOR),
    )
    Author.objects.create(name="Bob Quill", slug="bob-quill", user=people.bob)
    return people


@pytest.fixture
def as_(cast: SimpleNamespace) -> Callable[[str], Client]:
    """A browser in which one of the cast has signed in; `as_("")` is a stranger's."""

    def browser(name: str) -> Client:
        client = Client()
        if name:
            client.force_login(getattr(cast, name))
        return client

    return browser


@pytest.fixture
def town(cast: SimpleNamespace) -> Section:
    section = Section.objects.create(name="Town", slug="town", order=1)
    section.editors.add(cast.terri)
    Section.objects.create(name="Abroad", slug="abroad").editors.add(cast.sven)
    return section


@pytest.fixture
def write(town: Section, cast: SimpleNamespace) -> Callable[..., Story]:
    """A draft of Bob's, as the newsroom saves it; `write(by="alice")` is Alice's."""

    def draft(headline: str = "The bridge opens", *, by: str = "bob", **more: Any) -> Story:
        user = getattr(cast, by)
        story = Story(headline=headline, section=town, live=False, owner=user, **more)
        story.body = [("paragraph", "<p>A body.</p>")]
        if hasattr(user, "author"):
            story.bylines = [Byline(author=user.author)]
        story.save()
        story.save_revision(user=user)
        return story

    return draft


def picture(
    size: tuple[int, int] = (64, 40), form: str = "PNG", mode: str = "RGB", **more: Any
) -> BytesIO:
    file = BytesIO()
    Image.new("RGB", size, "seagreen").convert(mode).save(file, form, **more)
    file.seek(0)
    file.name = f"picture.{form.lower()}"
    return file


@pytest.fixture
def photo(db: None) -> Photo:
    file = ImageFile(picture(), name="bridge.png")
    return Photo.objects.create(title="Bridge", alt="A bridge", credit="Ada Pix", file=file)


@pytest.fixture
def editor(running_site):
    """An editor of the running site, and a section to write in."""
    with running_site.database():
        name = f"alice-{User.objects.count()}"
        user = User.objects.create_user(name, f"{name}@gazette.example")
        # The site hashes as sites do; this process hashes quickly.
        user.password = PBKDF2PasswordHasher().encode(PASSWORD, "salt")
        user.save()
        roles.give(user, roles.EDITOR)
        Section.objects.get_or_create(slug="town", defaults={"name": "Town"})
    return name


@pytest.fixture
def newsroom(with_scripts, running_site, editor):
    """A page of a signed-in editor that takes down every complaint and every foreign request."""
    page = with_scripts.new_page()
    page.complaints = []
    page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.on(
        "request",
        lambda request: (
            request.url.startswith((running_site.url, "data:", "blob:"))
            or page.complaints.append(f"asked {request.url}")
        ),
    )
    typewriter.sign_in(page, editor, PASSWORD)
    return page
