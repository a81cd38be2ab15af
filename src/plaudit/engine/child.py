"""One process under another: started, watched, started again later each time it fails."""

import subprocess
import time
from collections.abc import Callable
from typing import Protocol

LONGEST_DELAY = 30.0
STEADY_SECONDS = 60.0  # who lives so long has recovered


class Process(Protocol):
    """As much of `subprocess.Popen` as is asked here."""

    pid: int

    def poll(self) -> int | None: ...
    def wait(self, timeout: float | None = None) -> int: ...
    def terminate(self) -> None: ...
    def kill(self) -> None: ...


class Child:
    """Knows how to start a process, and when to start it again."""

    def __init__(self, name: str, launch: Callable[[], Process]) -> None:
        self.name = name
        self._launch = launch
        self._process: Process | None = None
        self._started_at = 0.0
        self._failures = 0
        self.restart_at = 0.0

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def is_running(self) -> bool:
        return self._process is not None

    def start(self) -> None:
        self._process = self._launch()
        self._started_at = time.monotonic()

    def has_ended(self) -> str:
        """In a few words how it ended, once; empty while it runs."""
        if not self._process or (status := self._process.poll()) is None:
            return ""
        lived = time.monotonic() - self._started_at
        if status == 0:
            self._failures = 0
        else:
            self._failures = 1 if lived > STEADY_SECONDS else self._failures + 1
        self.restart_at = time.monotonic() + self.delay
        gone, self._process = self._process.pid, None
        how = f"was killed by signal {-status}" if status < 0 else f"ended with status {status}"
        return f"the {self.name} (process {gone}) {how}"

    @property
    def delay(self) -> float:
        """How long to wait before starting it again: half a second, doubled each time."""
        return min(0.5 * 2 ** (self._failures - 1), LONGEST_DELAY) if self._failures else 0.0

    def ask_to_end(self) -> None:
        if self._process:
            self._process.terminate()

    def wait(self, seconds: float) -> bool:
        """Whether it has ended within so many seconds."""
        try:
            if self._process:
                self._process.wait(max(0.0, seconds))
        except subprocess.TimeoutExpired:
            return False
        return True

    def kill(self) -> None:
        if self._process:
            self._process.kill()
            self._process.wait()
