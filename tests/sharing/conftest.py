"""A story to pass on, and the site's choices about it."""

import pytest

from plaudit.people.models import Policy
from tests.support import making


@pytest.fixture
def story(db):
    return making.story()


@pytest.fixture
def policy(db):
    """The site's policy, to be changed: `policy(share_networks=["mail"])`."""

    def change(**fields):
        Policy.load()
        Policy.objects.update(**fields)

    return change
