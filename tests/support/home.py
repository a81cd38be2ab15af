"""The site's folder that a test process lives in: temporary, with settings of its own."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
CACHE = ROOT / ".cache"
SETTINGS = """\
secret_key = "not-secret-only-ever-used-by-the-tests-of-plaudit-000000000000"
name = "The Test Gazette"
url = "{url}"
"""


def enter() -> None:
    """Make a folder for this process and let nothing of the caller's own site leak in."""
    server = os.environ.pop("DATABASE_URL", "")
    os.environ.setdefault("PLAUDIT_TEST_SERVER", server)  # workers inherit what we change
    for name in [name for name in os.environ if name.startswith("PLAUDIT_")]:
        if name != "PLAUDIT_TEST_SERVER":
            del os.environ[name]
    folder = Path(tempfile.mkdtemp(prefix="plaudit-test-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    write(folder)
    os.environ["PLAUDIT_HOME"] = str(folder)
    if address := database_server():
        name = f"plaudit_test_{os.getpid()}"
        os.environ["DATABASE_URL"] = f"{address.rsplit('/', 1)[0]}/{name}"


def write(folder: Path, url: str = "http://127.0.0.1:8000") -> None:
    """Make `folder` the folder of a site, without its database."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "plaudit.toml").write_text(SETTINGS.format(url=url))


def current() -> Path:
    return Path(os.environ["PLAUDIT_HOME"])


def database_server() -> str:
    """A database on the PostgreSQL to test with, the first DATABASE_URL; empty for SQLite."""
    return os.environ["PLAUDIT_TEST_SERVER"]
