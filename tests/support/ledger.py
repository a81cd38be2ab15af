"""A ledger of one's own: files stay when a test's database is rolled back."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from plaudit import settings


@pytest.fixture
def ledger_home() -> Iterator[Path]:
    """The site's folder, without ledger and keys before and after."""
    home = settings.load().home
    _clean(home)
    yield home
    _clean(home)


def _clean(home: Path) -> None:
    for path in [home / "keys", *home.glob("ledger*")]:
        shutil.rmtree(path, ignore_errors=True)
