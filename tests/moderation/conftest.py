"""The newsroom's cast, and a story that readers have given points to."""

import pytest

from plaudit import flow
from tests.newsroom.conftest import as_, cast, town, write  # noqa: F401
from tests.rankings.making import NOON, give
from tests.stories.items import items_of, poll, ranked
from tests.support import making


def tick():
    while not flow.tick(NOON).is_idle:
        pass


@pytest.fixture
def story(write):  # noqa: F811
    """Bob's, published, with three points up and two down; ballots 0 to 4."""
    made = write()
    made.save_revision().publish()
    give(made, 3)
    give(made, -1, voters=[10, 11])
    tick()
    return made


@pytest.fixture
def listed(write):  # noqa: F811
    """Bob's, published, with a ranked list and a poll."""
    made = write()
    made.body = [making.PARAGRAPH, ranked("Hope", "Faith"), poll("Bread", "Roses")]
    made.save_revision().publish()
    return made


@pytest.fixture
def hope(listed):
    """An item of its list, with three points up and two down; ballots 0 to 4."""
    item = items_of(listed)["Hope"]
    give(item, 3)
    give(item, -1, voters=[10, 11])
    tick()
    return item
