"""The process that runs background tasks: comes when there are some, goes when there are none.

It yields to the processes that readers wait for. Two threads, so that it can be seen to live
while a task takes its time.
"""

import argparse
import logging
import os
import signal
import threading
import time

from django.db import DatabaseError, close_old_connections, connection

from plaudit.engine import heartbeats, tasks

log = logging.getLogger("plaudit.errands")

NICENESS = 10
IDLE_SECONDS = 20.0
END_SECONDS = 3.5


def run(options: argparse.Namespace) -> int:
    os.nice(NICENESS)
    is_ending = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: is_ending.set())
    show_life()
    work = threading.Thread(target=_work, args=(is_ending,), name="tasks", daemon=True)
    work.start()
    while not is_ending.wait(heartbeats.EVERY_SECONDS):
        show_life()
    work.join(END_SECONDS)
    if not work.is_alive():
        heartbeats.stop(heartbeats.ME)  # else its task waits for the reaper, and is tried again
    return 0


def _work(is_ending: threading.Event) -> None:
    idle_since = time.monotonic()
    while not is_ending.is_set() and time.monotonic() - idle_since < IDLE_SECONDS:
        try:
            close_old_connections()
            if tasks.work():
                idle_since = time.monotonic()
            else:
                is_ending.wait(1)
        except DatabaseError:
            log.exception("A background task could not be fetched or put away")
            connection.close()
            is_ending.wait(5)
    is_ending.set()


def show_life() -> None:
    """Else its tasks go to another."""
    try:
        heartbeats.beat(heartbeats.ME)
    except DatabaseError:
        log.exception("This process could not say that it lives")
        connection.close()
