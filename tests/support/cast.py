"""The same people everywhere: Alice edits, Bob writes, Charlie reads, a guest has no account.

Called on a running site (`with running_site.database(): cast.alice()`) or asked for by name.
"""

import pytest
from django.test import Client

from plaudit.people import roles, staff
from plaudit.people.models import User

PASSWORD = "a-ferry-on-a-monday"


def alice() -> User:
    """An editor."""
    return _person("Alice", roles.EDITOR)


def bob() -> User:
    """An author."""
    return _person("Bob", roles.AUTHOR)


def charlie() -> User:
    """A reader with an account."""
    return _person("Charlie")


def _person(name: str, role: str = "") -> User:
    known = User.objects.filter(username=name.lower()).first()
    mail = f"{name.lower()}@gazette.example"
    return known or staff.make(name.lower(), mail, PASSWORD, role, name)


@pytest.fixture(name="alice")
def _alice(db: None) -> User:
    return alice()


@pytest.fixture(name="bob")
def _bob(db: None) -> User:
    return bob()


@pytest.fixture(name="charlie")
def _charlie(db: None) -> User:
    return charlie()


@pytest.fixture
def guest(db: None) -> Client:
    """A browser in which nobody has signed in."""
    return Client()
