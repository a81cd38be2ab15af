"""Fixtures for a real site: one that the tests of a worker share, or one of one's own."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytest_django import DjangoDbBlocker

from tests.support.site import Site


@contextmanager
def a_site(blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A site of one's own, not started yet."""
    with tempfile.TemporaryDirectory(prefix="plaudit-site-", ignore_cleanup_errors=True) as folder:
        site = Site(Path(folder), blocker)
        try:
            yield site
        finally:
            site.close()


@pytest.fixture(scope="session")
def running_site(django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A running site that all tests of a worker share: add to it, never count on it being empty."""
    with a_site(django_db_blocker) as site:
        site.start()
        yield site


@pytest.fixture
def own_site(django_db_blocker: DjangoDbBlocker) -> Iterator[Site]:
    """A site for one test: start it, stop it, kill it."""
    with a_site(django_db_blocker) as site:
        yield site
