"""The cast: Alice reads here, Bob wrote the story."""

import pytest

from plaudit.people.models import User
from tests.support import making


@pytest.fixture
def story(db):
    return making.story()


@pytest.fixture
def alice(db):
    return User.objects.create_user("alice", "alice@reader.example", "a-long-password")


@pytest.fixture
def bob(db):
    return User.objects.create_user("bob", "bob@writer.example", "a-long-password")
