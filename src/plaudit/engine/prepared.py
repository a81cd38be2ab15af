"""Whether a site is ready to be served by this version: migrated, its static files in place.

A stamp in the site's folder says for which version the last preparation was made, and which
migrations the database had then. To compare costs a fiftieth of a second and no Django.
"""

import hashlib
import json
import sysconfig
from importlib import import_module
from pathlib import Path
from typing import Any

from plaudit import __version__, sqlite
from plaudit.refusal import Refusal
from plaudit.settings import Settings

STAMP = "prepared.json"
PACKAGE = Path(__file__).parents[1]
TABLE = "django_migrations"
HAS_TABLE = "SELECT 1 FROM sqlite_schema WHERE name = ?"
LOG = "ledger_logstate"
SEALED = f"SELECT size FROM {LOG}"  # noqa: S608  (a constant)
LEAVES = "ledger_leaf"
APPLIED = f"SELECT app || '.' || name FROM {TABLE}"  # noqa: S608  (a constant)


def is_prepared(home: Path, applied: list[str]) -> bool:
    """Whether what `stamp` wrote still holds; `applied` are the migrations in the database."""
    try:
        stamped = json.loads((home / STAMP).read_text())
    except (OSError, ValueError):
        return False
    return bool(stamped == _words(applied)) and (home / "static" / __version__).is_dir()


def stamp(home: Path, applied: list[str]) -> None:
    (home / STAMP).write_text(json.dumps(_words(applied)))


def applied(site: Settings) -> list[str]:
    """The migrations in the site's database, asked for without Django. None if it is new."""
    return [str(name) for name in _column(site, TABLE, APPLIED)]


def sealed(site: Settings) -> int:
    """How many entries of the ledger the database has, asked for without Django."""
    return sum(int(size) for size in _column(site, LOG, SEALED))


def first_entries(site: Settings, number: int) -> list[bytes]:
    """As many entries of the ledger, from its beginning."""
    found = f'SELECT data FROM {LEAVES} WHERE "index" < {number:d} ORDER BY "index"'  # noqa: S608
    return [bytes(data) for data in _column(site, LEAVES, found)]


def _column(site: Settings, table: str, statement: str) -> list[Any]:
    """What a statement finds, if there is the table."""
    ask = _column_on_postgresql if site.database_url else _column_on_sqlite
    return ask(site, table, statement)


def _column_on_sqlite(site: Settings, table: str, statement: str) -> list[Any]:
    if not site.database_file.exists():
        return []
    sqlite.use_safe_library()
    driver = import_module("sqlite3")
    try:
        connection = driver.connect(f"{site.database_file.as_uri()}?mode=rw", uri=True, timeout=20)
        try:
            known = connection.execute(HAS_TABLE, [table]).fetchone()
            return [row[0] for row in connection.execute(statement)] if known else []
        finally:
            connection.close()
    except driver.Error as error:
        raise Refusal(
            f"The database {site.database_file} cannot be read ({error}): "
            "see docs/operators/troubleshooting.md, “The database”."
        ) from None


def _column_on_postgresql(site: Settings, table: str, statement: str) -> list[Any]:
    driver = import_module("psycopg")
    try:
        with driver.connect(site.database_url, connect_timeout=10) as connection:
            known = connection.execute("SELECT to_regclass(%s)", [table]).fetchone()[0]
            return [row[0] for row in connection.execute(statement)] if known else []
    except driver.Error as error:
        said = str(error).strip().splitlines()[0]
        raise Refusal(
            f"The database at {site.database_place} cannot be reached: {said}. "
            "Is PostgreSQL running, and is DATABASE_URL right?"
        ) from None


def _words(applied: list[str]) -> dict[str, str]:
    digest = hashlib.sha256("\n".join(sorted(applied)).encode()).hexdigest()
    return {"version": __version__, "code": _code(), "migrations": digest}


def _code() -> str:
    """Changes with the installed packages, our migrations and our static files."""
    digest = hashlib.sha256()
    for installed in sorted(Path(sysconfig.get_path("purelib")).glob("*.dist-info")):
        digest.update(installed.name.encode())
    for pattern in ("*/migrations/*.py", "static/**/*"):
        for path in sorted(PACKAGE.glob(pattern)):
            known = path.stat()
            digest.update(f"{path} {known.st_size} {known.st_mtime_ns}".encode())
    return digest.hexdigest()
