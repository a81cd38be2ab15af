"""A reader who speaks HTTP and nothing else."""

from collections.abc import Callable

import pytest

from tests.support.calling import Caller
from tests.support.site import Site


@pytest.fixture
def call(running_site: Site) -> Callable[[], Caller]:
    return lambda: Caller(running_site)
