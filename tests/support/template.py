"""A migrated database kept from run to run: to migrate takes 10 to 18 seconds, to copy none.

Every site of the tests is filled from it: `fill` makes a database, `drop` takes it away. What a
database is called follows from the environment of the site: its folder, or its DATABASE_URL.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import distributions
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.support import home

SQLITE_FILE = "plaudit.sqlite3"
SOURCE = home.ROOT / "src" / "plaudit"
# What `migrate` and the signals after it read.
READ_BY_MIGRATE = (
    *("*/migrations/*.py", "*/apps.py", "*/roles.py", "search/tables.py", "django_settings.py"),
)


def key() -> str:
    """Changes with everything that could change what `migrate` makes."""
    digest = hashlib.sha256()
    for path in sorted(path for pattern in READ_BY_MIGRATE for path in SOURCE.glob(pattern)):
        digest.update(f"{path.relative_to(SOURCE)}\n".encode() + path.read_bytes())
    for installed in sorted(f"{found.name}=={found.version}" for found in distributions()):
        digest.update(f"{installed}\n".encode())
    return digest.hexdigest()[:16]


def fill(folder: Path, database_url: str) -> None:
    """Give the site in `folder` a migrated database, in place of any it has."""
    if database_url:
        template = _postgresql_template(database_url)
        drop(folder, database_url)
        _execute(database_url, "CREATE DATABASE {} TEMPLATE {}", _name(database_url), template)
        return
    drop(folder, database_url)
    shutil.copyfile(_sqlite_template(), folder / SQLITE_FILE)


def drop(folder: Path, database_url: str) -> None:
    if database_url:
        _execute(database_url, "DROP DATABASE IF EXISTS {} WITH (FORCE)", _name(database_url))
        return
    for suffix in ("", "-wal", "-shm", "-journal"):
        (folder / f"{SQLITE_FILE}{suffix}").unlink(missing_ok=True)


def _sqlite_template() -> Path:
    finished = home.CACHE / f"template-{key()}.sqlite3"
    with one_at_a_time():
        if not finished.exists():
            for stale in home.CACHE.glob("template-*.sqlite3"):
                stale.unlink()
            building = home.CACHE / "building"
            shutil.rmtree(building, ignore_errors=True)
            _migrate(building, "")
            (building / SQLITE_FILE).rename(finished)
    return finished


def _postgresql_template(database_url: str) -> str:
    finished, building = f"plaudit_template_{key()}", "plaudit_template_building"
    with one_at_a_time():
        if finished not in _databases():
            _execute(database_url, "DROP DATABASE IF EXISTS {} WITH (FORCE)", building)
            _execute(database_url, "CREATE DATABASE {}", building)
            _migrate(home.CACHE / "building", database_url.rsplit("/", 1)[0] + f"/{building}")
            _execute(database_url, "ALTER DATABASE {} RENAME TO {}", building, finished)
    return finished


def _migrate(folder: Path, database_url: str) -> None:
    """Migrate as a site does: in a process of its own, with the real settings."""
    home.write(folder)
    environment = os.environ | {"PLAUDIT_HOME": str(folder), "DATABASE_URL": database_url}
    environment["DJANGO_SETTINGS_MODULE"] = "plaudit.django_settings"
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--skip-checks"]
    migrated = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if migrated.returncode:
        raise RuntimeError(f"The template database could not be made:\n{migrated.stderr}")


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two workers start together; the second finds what the first has made."""
    home.CACHE.mkdir(exist_ok=True)
    with (home.CACHE / "template.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _name(database_url: str) -> str:
    return urlsplit(database_url).path.lstrip("/")


def _databases() -> set[str]:
    with psycopg.connect(home.database_server(), autocommit=True) as connection:
        return {name for (name,) in connection.execute("SELECT datname FROM pg_database")}


def _execute(database_url: str, statement: str, *names: str) -> None:
    with psycopg.connect(home.database_server(), autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
