"""A throwaway PostgreSQL: its own folder, its own port on the loopback, gone afterwards."""

import os
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.support import apt
from tests.support.ports import free_port

START_SECONDS = 30
# It is thrown away: nothing has to survive a power failure, unless that is what is measured.
QUICK = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"]


@contextmanager
def throwaway(*, is_durable: bool = False) -> Iterator[str]:
    """Run a server for as long as the block lasts; yields the address of a database on it."""
    programs = _programs()
    folder = Path(tempfile.mkdtemp(prefix="plaudit-postgres-"))
    server = None
    try:
        address, port = _initialise(programs, folder)
        server = _start(programs, folder, port, [] if is_durable else QUICK)
        _wait_for(server, address, folder / "log")
        yield address
    finally:
        if server is not None:
            server.send_signal(signal.SIGINT)  # ends open connections too
            server.wait(timeout=20)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path:
    for _attempt in ("as it is", "after installing"):
        found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
        if found:
            return found[-1].parent
        if elsewhere := shutil.which("initdb"):
            return Path(elsewhere).resolve().parent
        apt.install("postgresql")
    raise SystemExit("DB=postgres needs PostgreSQL's server: apt-get install postgresql.")


def _unprivileged() -> list[str]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return []
    return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]


def _initialise(programs: Path, folder: Path) -> tuple[str, int]:
    password, port = secrets.token_hex(16), free_port()
    (folder / "password").write_text(password)
    if os.geteuid() == 0:
        for path in (folder, folder / "password"):
            shutil.chown(path, "postgres", "postgres")
    subprocess.run(
        [
            *_unprivileged(),
            *(programs / "initdb", "--pgdata", folder / "data", "--username=plaudit"),
            *("--auth=scram-sha-256", "--pwfile", folder / "password"),
            *("--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"),
        ],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return f"postgresql://plaudit:{password}@127.0.0.1:{port}/postgres", port


def _start(programs: Path, folder: Path, port: int, quick: list[str]) -> subprocess.Popen[bytes]:
    options = [
        *quick,
        "max_connections=200",
        f"port={port}",
        "listen_addresses=127.0.0.1",
        f"unix_socket_directories={folder}",
    ]
    # Should this process be killed, the kernel ends the server with it.
    ends_with_us = ["setpriv", *_unprivileged()[1:], "--pdeathsig", "INT"]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            [
                *ends_with_us,
                *(programs / "postgres", "-D", folder / "data"),
                *(argument for option in options for argument in ("-c", option)),
            ],
            cwd=folder,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _wait_for(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < deadline:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"The throwaway PostgreSQL did not start:\n{log.read_text()}")
