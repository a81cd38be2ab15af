"""How a command enters the site it works on."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import django
from django.utils import translation

from plaudit import settings
from plaudit.engine import prepared
from plaudit.refusal import Refusal
from plaudit.settings import Settings


def choose_home(home: str | Path | None) -> None:
    """Work on the site in this folder, for this process and all that it starts."""
    if home is not None:
        os.environ["PLAUDIT_HOME"] = str(Path(home).expanduser().resolve())
        forget_settings()


def forget_settings() -> None:
    """Read them again: the environment has changed."""
    settings.load.cache_clear()


def read_settings() -> Settings:
    """The site's settings, checked."""
    os.environ["PLAUDIT_HOME"] = str(settings.home_folder())  # whatever folder we are in later
    return settings.load()


def load_django() -> None:
    """Set Django up. The site's language is for its pages: a command speaks English."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "plaudit.django_settings"
    django.setup()
    translation.activate("en")


def enter_site() -> Settings:
    """Settings, a database that this version can work with, then Django."""
    site = read_settings()
    if not prepared.applied(site):
        raise Refusal(
            f"The database of {site.home} is empty: `plaudit run` or `plaudit init {site.home}` "
            "fills in its tables."
        )
    load_django()
    return site


Run = Callable[[Any], int]
