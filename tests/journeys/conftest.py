"""Readers with browsers of their own, and stories for them, on one running site."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.contrib.auth.hashers import PBKDF2PasswordHasher

from plaudit.people import roles
from plaudit.people.models import Policy, User
from plaudit.sharing import shares
from plaudit.stories.models import Story
from tests.journeys.people import USER_AGENT, Reader
from tests.support import cast, making
from tests.support.browser import Browse
from tests.support.choices import choose
from tests.support.site import Site

NewReader = Callable[..., Reader]


@pytest.fixture
def reader(browse: Browse, running_site: Site) -> Iterator[NewReader]:
    """Somebody new with a browser: `reader()`, `reader(has_scripts=False)`.

    Whatever they did in a test, no script broke and nobody else was asked for anything. A test in
    which a reader goes elsewhere on purpose takes that off the record itself.
    """
    readers: list[Reader] = []

    def new(**more: Any) -> Reader:
        context = browse(**{"user_agent": USER_AGENT} | more)
        readers.append(Reader(context, running_site))
        return readers[-1]

    yield new
    assert [one.complaints for one in readers] == [[]] * len(readers)
    assert [one.elsewhere for one in readers] == [[]] * len(readers)


@pytest.fixture
def publish(running_site: Site) -> Callable[..., Story]:
    """Put a story on the running site."""

    def published(headline: str = "The ferry left on time", **more: Any) -> Story:
        with running_site.database():
            return making.story(headline, **more)

    return published


@pytest.fixture
def story(publish: Callable[..., Story]) -> Story:
    return publish()


@pytest.fixture
def shared(running_site: Site, story: Story) -> Callable[[], int]:
    """How often the story was shared, by the site's own count."""

    def count() -> int:
        with running_site.database():
            return shares.count(story.about)

    return count


@pytest.fixture
def policy(running_site: Site) -> Iterator[Callable[..., None]]:
    """Change the running site's policy for a test: `policy(is_blind=True)`."""

    def change(**fields: Any) -> None:
        with running_site.database():
            choose(**fields)

    yield change
    with running_site.database():
        Policy.objects.all().delete()


@pytest.fixture
def alice(running_site: Site) -> User:
    """The editor, with a password as the running site keeps them: this process hashes quickly."""
    with running_site.database():
        user = cast.alice()
        user.password = PBKDF2PasswordHasher().encode(cast.PASSWORD, "salt")
        user.save()
        assert user.groups.filter(name=roles.EDITOR).exists()
        making.section()
    return user
