"""The cast of the newsroom, and pages as its editors keep them."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest

from plaudit.masthead.models import Page
from plaudit.people import roles, staff
from tests.masthead.making import made
from tests.newsroom.conftest import as_  # noqa: F401
from tests.support.calling import Caller
from tests.support.site import Site

ROLES = {
    "charlie": "",
    "mo": roles.MODERATOR,
    "bob": roles.AUTHOR,
    "alice": roles.EDITOR,
    "dora": roles.ADMINISTRATOR,
}


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return SimpleNamespace(
        **{
            name: staff.make(name, f"{name}@gazette.example", "a long password", role)
            for name, role in ROLES.items()
        }
    )


@pytest.fixture
def keep(db: None) -> Callable[..., Page]:
    """Make a page, published unless told otherwise."""
    return made


@pytest.fixture
def call(running_site: Site) -> Callable[[], Caller]:
    return lambda: Caller(running_site)
