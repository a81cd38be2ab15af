"""The process behind the scenes: the tick, the background tasks and the periodic jobs.

Three loops in three threads, so that a slow task never holds up the tick. A loop that fails says
so and goes on; the process ends when asked to, after the step in hand.
"""

import gc
import logging
import signal
import threading
import time
from collections.abc import Callable

from django.db import DatabaseError, close_old_connections, connection

from plaudit.engine import heartbeats, jobs, tasks, ticker

log = logging.getLogger("plaudit.backstage")

TASK_SECONDS = 1.0
JOB_SECONDS = 5.0
LONGEST_WAIT = 30.0
END_SECONDS = 4.0


class Loop(threading.Thread):
    """Calls a step again and again: at once where it says so, later each time where it fails."""

    def __init__(
        self, name: str, step: Callable[[], object], seconds: float, is_ending: threading.Event
    ) -> None:
        super().__init__(name=name, daemon=True)
        self._step = step
        self._seconds = seconds
        self._is_ending = is_ending

    def run(self) -> None:
        failures = 0
        while not self._is_ending.is_set():
            began = time.monotonic()
            is_more = False
            try:
                close_old_connections()
                is_more = bool(self._step())
                failures = 0
            except Exception:
                failures += 1
                log.exception("The %s loop failed and goes on", self.name)
                connection.close()
            wait = min(LONGEST_WAIT, self._seconds * 2**failures)
            self._is_ending.wait(0 if is_more else began + wait - time.monotonic())
        connection.close()


def show_life() -> None:
    """Say that this process lives: else its tasks go to another."""
    try:
        heartbeats.beat(heartbeats.ME)
    except DatabaseError:
        log.exception("This process could not say that it lives")
        connection.close()


def chores() -> None:
    tasks.reap()
    jobs.run_due()


def run() -> int:
    is_ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: is_ending.set())
    show_life()
    loops = [
        Loop("tick", ticker.Ticker().step, ticker.SECONDS, is_ending),
        Loop("task", tasks.work, TASK_SECONDS, is_ending),
        Loop("job", chores, JOB_SECONDS, is_ending),
    ]
    for loop in loops:
        loop.start()
    gc.freeze()
    while not is_ending.wait(heartbeats.EVERY_SECONDS):
        show_life()
    deadline = time.monotonic() + END_SECONDS
    for loop in loops:
        loop.join(max(0.0, deadline - time.monotonic()))
    heartbeats.stop(heartbeats.ME)
    return 0
