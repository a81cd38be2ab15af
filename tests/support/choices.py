"""The site's policy, as its newsroom may have chosen it."""

from collections.abc import Callable
from typing import Any

import pytest

from plaudit.people.models import Policy


def choose(**fields: Any) -> None:
    Policy.load()
    Policy.objects.update(**fields)


@pytest.fixture
def policy(db: None) -> Callable[..., None]:
    """To be changed: `policy(guests_may_vote=False)`."""
    return choose
