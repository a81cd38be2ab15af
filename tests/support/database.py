"""Databases in tests: `db` rolls back; `racing_db` commits, and is put back from the template."""

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase, override_settings
from pytest_django import DjangoDbBlocker

from tests.support import home, template


def fill_own() -> None:
    """Put the database of this process into the state that `migrate` leaves."""
    connections.close_all()
    template.fill(home.current(), os.environ.get("DATABASE_URL", ""))


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """In place of pytest-django's: this process's own database, copied from the template."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        fill_own()
        # Django would flush here: that empties the tables which migrations have filled.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: fill_own())
        yield
        connections.close_all()
        template.drop(home.current(), os.environ.get("DATABASE_URL", ""))


@pytest.fixture
def racing_db(transactional_db: None) -> None:
    """For threads and real commits. A thread closes its connections before it ends."""


@pytest.fixture(scope="session", autouse=True)
def _quick_settings(django_test_environment: None) -> Iterator[None]:
    """What only costs time in a test: slow password hashes, hashed names of static files."""
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns where it is missing
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    quick = override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        STORAGES=settings.STORAGES | {"staticfiles": plain},
    )
    with quick:  # and not by assignment: the storage may have been made while Django was set up
        yield
