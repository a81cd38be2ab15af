"""A story to pass on."""

import pytest

from tests.support import making


@pytest.fixture
def story(db):
    return making.story()
