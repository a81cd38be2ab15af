"""What `plaudit run` prepares at a first start, kept: to collect static files takes seconds.

The stamp among it says what it was made from; where that has changed the site prepares afresh,
so what is kept here may be old without harm.
"""

import shutil
from contextlib import suppress
from pathlib import Path

from tests.support import home
from tests.support.template import one_at_a_time

KEPT = home.CACHE / "prepared"
PARTS = ("static", "prepared.json")


def give(folder: Path) -> None:
    """Put the kept parts into a new site's folder."""
    with one_at_a_time():
        if KEPT.is_dir():
            shutil.copytree(KEPT, folder, dirs_exist_ok=True)


def keep(folder: Path) -> None:
    """Keep what a started site has prepared, unless it was given just that."""
    with one_at_a_time(), suppress(FileNotFoundError):
        stamp = (folder / PARTS[1]).read_bytes()
        if KEPT.is_dir() and (KEPT / PARTS[1]).read_bytes() == stamp:
            return
        shutil.rmtree(KEPT, ignore_errors=True)
        shutil.copytree(folder / PARTS[0], KEPT / PARTS[0])
        (KEPT / PARTS[1]).write_bytes(stamp)
