"""Finds the system's Chromium, or installs it where that may be done."""

import os
import shutil

from tests.support import apt

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def path() -> str:
    """Where the browser is, or an empty string. CHROMIUM names one that is elsewhere."""
    named = os.environ.get("CHROMIUM", "")
    found = [shutil.which(name) for name in ((named,) if named else NAMES)]
    return next((place for place in found if place), "")


def ensure() -> str:
    """The browser's path, after installing it if need be; ends with one line where it may not."""
    if not path() and not os.environ.get("CHROMIUM"):
        apt.install("chromium")
    if not path():
        raise SystemExit(
            "The tests need the Chromium browser: apt-get install chromium "
            "(or set CHROMIUM=/path/to/chromium)."
        )
    return path()
