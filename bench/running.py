"""A real `plaudit run` on a throwaway site, ended by its number, with all that it started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench import asking, programs
from bench.database import Database
from tests.support.ports import free_port

START_SECONDS = 60
STOP_SECONDS = 10


@dataclass
class Running:
    """The processes of one site."""

    home: Path
    port: int
    workers: int = 1
    database_url: str = ""
    _process: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Guests come from many addresses here, so one address's cap does not stop them."""
        return environment(self.home, self.database_url) | {
            "PLAUDIT_URL": self.url,
            "PLAUDIT_TRUSTED_PROXIES": "127.0.0.1",
        }

    def start(self) -> float:
        """Start it; returns after how many seconds it answered."""
        began = time.monotonic()
        with (self.home / "run.log").open("ab") as log:
            self._process = subprocess.Popen(
                [
                    *programs.ends_with_us(),
                    *(sys.executable, "-m", "plaudit", "run", "--host=127.0.0.1"),
                    *(f"--port={self.port}", f"--workers={self.workers}"),
                ],
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() - began > START_SECONDS:
                self.stop()
                raise SystemExit(f"`plaudit run` did not start: {self._last_words()}")
            time.sleep(0.02)
        return time.monotonic() - began

    def stop(self) -> None:
        if not self._process:
            return
        with suppress(ProcessLookupError):
            self._process.send_signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_SECONDS)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._process = None

    def pids(self) -> list[int]:
        """Everything that was started with it, by session."""
        session = self._process.pid if self._process else -1
        return sorted(pid for pid in _all() if _session(pid) == session)

    def processor_seconds(self) -> float:
        """What its processes have used up to now."""
        return sum(_ticks(pid) for pid in self.pids()) / os.sysconf("SC_CLK_TCK")

    def _answers(self) -> bool:
        try:
            return asking.get(f"{self.url}/").status == 200
        except OSError:
            return False

    def _last_words(self) -> str:
        return (self.home / "run.log").read_text()[-2000:]


@contextmanager
def running(home: Path, workers: int = 1, database_url: str = "") -> Iterator[Running]:
    """A site that answers and has nothing else to do."""
    site = Running(home, free_port(), workers, database_url)
    try:
        site.start()
        Database(home, database_url).wait_for_errands()
        yield site
    finally:
        site.stop()


def environment(home: Path, database_url: str = "") -> dict[str, str]:
    """For a command on this site; nothing of the caller's own site leaks in."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("PLAUDIT_")
        and name not in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
    }
    return kept | {"PLAUDIT_HOME": str(home), "DATABASE_URL": database_url}


def _all() -> list[int]:
    return [int(folder.name) for folder in Path("/proc").glob("[0-9]*")]


def _ticks(pid: int) -> int:
    """In user and in system mode: fields 14 and 15 of proc(5), by what comes after the name."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(fields[11]) + int(fields[12])


def _session(pid: int) -> int:
    try:
        return os.getsid(pid)
    except ProcessLookupError:
        return 0
