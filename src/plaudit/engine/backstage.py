"""The process behind the scenes: tick, sealer, periodic jobs, and who runs the tasks.

Loops in threads of their own, so that a slow job never holds up the tick. A loop that fails says
so and goes on; the process ends when asked to, after the step in hand. Background tasks run in a
process that is there only while there are some (`errands`): what they take is given back.
"""

import argparse
import gc
import logging
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from django.db import close_old_connections, connection

from plaudit import settings
from plaudit.edge.store import PageStore
from plaudit.engine import jobs, sealer, tasks, ticker
from plaudit.engine.asked import Asked
from plaudit.engine.child import Child, Process
from plaudit.press.following import Follower
from plaudit.press.printing import Press
from plaudit.press.rules import SiteRules
from plaudit.search import following
from plaudit.wsgi import application

log = logging.getLogger("plaudit.backstage")

TASK_SECONDS = 1.0
FOLLOW_SECONDS = 0.1
JOB_SECONDS = 5.0
SEARCH_SECONDS = 0.5
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


class Runner:
    """Sends somebody out when tasks are ready and nobody is out."""

    def __init__(self, lifeline: int) -> None:
        self._lifeline = lifeline
        self._child = Child("errands", self._launch)

    def step(self) -> None:
        if how := self._child.has_ended():
            log.debug("%s", how)
        is_due = not self._child.is_running and time.monotonic() >= self._child.restart_at
        if is_due and tasks.is_any_ready():
            self._child.start()

    def _launch(self) -> Process:
        """By itself, not as a copy: this process has threads by now."""
        return subprocess.Popen(
            [
                sys.executable,
                "-m",
                "plaudit.engine.process",
                "errands",
                f"--lifeline={self._lifeline}",
            ],
            pass_fds=[self._lifeline],
            stdin=subprocess.DEVNULL,
            process_group=0,  # Ctrl-C would hit it while it loads: it is for us to ask it to end
        )

    def end(self, deadline: float) -> None:
        self._child.ask_to_end()
        if not self._child.wait(deadline - time.monotonic()):
            self._child.kill()


def chores() -> None:
    tasks.reap()
    jobs.run_due()


def run(options: argparse.Namespace) -> int:
    asked, is_ending = Asked(), threading.Event()
    runner = Runner(options.lifeline)
    store = PageStore(options.pages)
    rules, most = SiteRules(application, store), settings.load().page_store_mb
    press = Press(store, rules, options.asks, most)
    loops = [
        Loop("tick", ticker.Ticker().step, ticker.SECONDS, is_ending),
        Loop("search", following.follow, SEARCH_SECONDS, is_ending),
        Loop("sealer", sealer.Sealer().step, sealer.SECONDS, is_ending),
        Loop("follower", Follower(store.freshness).step, FOLLOW_SECONDS, is_ending),
        Loop("press", press.step, 0, is_ending),
        Loop("task", runner.step, TASK_SECONDS, is_ending),
        Loop("job", chores, JOB_SECONDS, is_ending),
    ]
    for loop in loops:
        loop.start()
    gc.freeze()
    asked.wait()
    is_ending.set()
    deadline = time.monotonic() + END_SECONDS
    runner.end(deadline)
    for loop in loops:
        loop.join(max(0.0, deadline - time.monotonic()))
    return 0
