"""A site in a language: `in_language("de")`, and a running one in Arabic."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_django import DjangoDbBlocker

from plaudit.points.models import Tally
from plaudit.stories.models import Story
from tests.support import making
from tests.support.running import a_site
from tests.support.site import Site

Publish = Callable[..., Story]


@pytest.fixture
def in_language(settings: Any) -> Callable[[str], None]:
    """As `language = "de"` in the site's settings does."""

    def speak(language: str) -> None:
        settings.LANGUAGE_CODE = language

    return speak


@pytest.fixture
def publish(db: None) -> Publish:
    """Put a story on the site that has some points already."""
    return with_points


def with_points(points: int = 0, **more: Any) -> Story:
    story = making.story(**more)
    Tally.objects.create(about=story.about, carried=points)
    return story


@pytest.fixture(scope="module")
def arabic_site(django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A running site in Arabic."""
    with a_site(django_db_blocker) as site:
        with (site.home / "plaudit.toml").open("a") as settings_file:
            settings_file.write('language = "ar"\n')
        site.start()
        yield site
