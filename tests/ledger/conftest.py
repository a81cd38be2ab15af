"""A ledger of one's own for every test: a fresh folder, and what belongs into it."""

import shutil

import pytest

from plaudit import settings


@pytest.fixture
def ledger_home():
    """The site's folder, without ledger and keys before and after."""

    def clean():
        for name in ("ledger", "keys"):
            shutil.rmtree(home / name, ignore_errors=True)
        for lost in home.glob("ledger-*"):
            shutil.rmtree(lost)

    home = settings.load().home
    clean()
    yield home
    clean()
