"""A process made as a copy of this one: what is loaded by then is in memory once, for all of them.

For a process of one thread, which has no connection to a database yet.
"""

import logging
import os
import signal
import subprocess
import time
from collections.abc import Callable, Collection
from pathlib import Path

ASKED_EVERY_SECONDS = 0.02
HEARD = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGCHLD)

log = logging.getLogger("plaudit.engine")


class Fork:
    """Runs `work` in a copy, and is asked about it as a `subprocess.Popen` would be.

    Of the open files the copy has `kept` and the standard ones; the system knows it by `name`.
    """

    def __init__(self, name: str, work: Callable[[], int], kept: Collection[int]) -> None:
        self._status: int | None = None
        # A signal in between would be the parent's in the child's hands.
        signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
        try:
            self.pid = os.fork()
            if self.pid == 0:
                _become(name, work, kept)
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)

    def poll(self) -> int | None:
        """Its exit status, or minus the signal that ended it; None while it runs."""
        if self._status is None:
            ended, status = os.waitpid(self.pid, os.WNOHANG)
            if ended:
                self._status = os.waitstatus_to_exitcode(status)
        return self._status

    def wait(self, timeout: float | None = None) -> int:
        """Raises subprocess.TimeoutExpired."""
        deadline = time.monotonic() + timeout if timeout is not None else float("inf")
        while (status := self.poll()) is None:
            if time.monotonic() >= deadline:
                raise subprocess.TimeoutExpired(str(self.pid), timeout or 0)
            time.sleep(ASKED_EVERY_SECONDS)
        return status

    def terminate(self) -> None:
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        self._send(signal.SIGKILL)

    def _send(self, number: signal.Signals) -> None:
        if self.poll() is None:  # else the number may be another's by now
            os.kill(self.pid, number)


def be_called(name: str) -> None:
    """What `ps` and `top` say of this process."""
    Path("/proc/self/comm").write_text(f"plaudit {name}"[:15])


def _become(name: str, work: Callable[[], int], kept: Collection[int]) -> None:
    """Nothing of the parent's goes on in the child; does not return."""
    status = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in HEARD:
            signal.signal(number, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
        _close_all_but(kept)
        be_called(name)
        status = work()
    except BaseException:
        log.exception("The %s failed", name)
    finally:
        logging.shutdown()
        os._exit(status)  # what the parent would do at its end is not the child's to do


def _close_all_but(kept: Collection[int]) -> None:
    """Above all the lifeline's other end: held by a child, it would never end."""
    for opened in [int(name) for name in os.listdir("/proc/self/fd")]:  # noqa: PTH208  (numbers)
        if opened > 2 and opened not in kept:
            try:
                os.close(opened)
            except OSError:  # the folder that was just read
                continue
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
