"""A real site: the real command in a process of its own, with a folder and a database."""

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from pathlib import Path

from django.db import connection
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.support import home, prepared, template
from tests.support.ports import free_port

START_SECONDS = 30
STOP_SECONDS = 5


class Site:
    """A site's folder and the commands on it. `start` and `stop` are those of an operator."""

    def __init__(self, folder: Path, blocker: DjangoDbBlocker) -> None:
        self.home = folder
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.database_url = _database_url(f"plaudit_site_{os.getpid()}_{self.port}")
        self.log = folder / "run.log"
        self._blocker = blocker
        self._process: subprocess.Popen[bytes] | None = None
        home.write(folder, self.url)
        template.fill(folder, self.database_url)
        prepared.give(folder)

    @contextmanager
    def another_machine(self, folder: Path) -> Iterator["Site"]:
        """The same site on another machine: a folder and a port of its own, the same database."""
        other = copy(self)
        other.home, other.port, other.log = folder, free_port(), folder / "run.log"
        other.url, other._process = f"http://127.0.0.1:{other.port}", None
        home.write(folder, self.url)
        prepared.give(folder)
        try:
            yield other
        finally:
            other.stop()

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"PLAUDIT_HOME": str(self.home), "DATABASE_URL": self.database_url}

    def plaudit(self, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command on this site, as an operator would: `site.plaudit("story", "add", "-")`."""
        return subprocess.run(
            [sys.executable, "-m", "plaudit", *arguments],
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def json(self, path: str) -> object:
        with urllib.request.urlopen(self.url + path, timeout=30) as answer:
            return json.load(answer)

    @contextmanager
    def database(self) -> Iterator[None]:
        """Inside, the models of this process read and write this site's database and media."""
        if connection.in_atomic_block:
            raise RuntimeError("A test that enters a running site's database must not use `db`.")
        own = connection.settings_dict["NAME"]
        there = _name(self.database_url) or self.home / template.SQLITE_FILE
        with self._blocker.unblock(), override_settings(MEDIA_ROOT=self.home / "media"):
            connection.close()
            connection.settings_dict["NAME"] = there
            try:
                yield
            finally:
                connection.close()
                connection.settings_dict["NAME"] = own

    def start(self, *more: str) -> None:
        """Start `plaudit run` and wait until it answers: `site.start("--workers=2")`."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "plaudit", "run", f"--port={self.port}", *more],
                env=self.environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not _answers(self.url):
            if self._process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise AssertionError(f"`plaudit run` did not start:\n{self.log.read_text()}")
            time.sleep(0.1)
        prepared.keep(self.home)

    def stop(self) -> None:
        """Ask for the end, as Ctrl-C and systemd do; nothing of it may be left after 5 seconds."""
        if not self._process:
            return
        self._process.send_signal(signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while self.is_running and time.monotonic() < deadline:
            time.sleep(0.02)
        left = self.is_running
        self.kill()
        assert not left, f"`plaudit run` outlived SIGTERM by {STOP_SECONDS} s:\n{self._tail()}"
        assert "did not end in time" not in self._tail()

    def kill(self) -> None:
        """End every process of the site at once, as a power failure does."""
        if not self._process:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    @property
    def is_running(self) -> bool:
        """Whether any process of the site is there, not only the first."""
        if not self._process:
            return False
        self._process.poll()  # a process that ended is there until somebody asks
        try:
            os.killpg(self._process.pid, 0)
        except ProcessLookupError:
            return False
        return True

    def close(self) -> None:
        try:
            self.stop()
        finally:
            template.drop(self.home, self.database_url)

    def _tail(self) -> str:
        return self.log.read_text()[-4000:]


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, timeout=30).close()
    except urllib.error.HTTPError as error:
        return error.code < 500
    except OSError:
        return False
    return True


def _database_url(name: str) -> str:
    server = home.database_server()
    return f"{server.rsplit('/', 1)[0]}/{name}" if server else ""


def _name(database_url: str) -> str:
    return database_url.rsplit("/", 1)[-1]
