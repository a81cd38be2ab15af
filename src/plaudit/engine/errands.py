"""The process that runs background tasks: comes when there are some, goes when there are none.

It yields to the processes that readers wait for. Two threads, so that it can be seen to live
while a task takes its time.
"""

import argparse
import logging
import os
import threading
import time

from django.db import DatabaseError, close_old_connections, connection

from plaudit.engine import heartbeats, tasks
from plaudit.engine.asked import Asked

log = logging.getLogger("plaudit.errands")

NICENESS = 10
IDLE_SECONDS = 20.0
END_SECONDS = 3.5


def run(options: argparse.Namespace) -> int:
    os.nice(NICENESS)
    asked, is_ending = Asked(), threading.Event()
    show_life()
    work = threading.Thread(target=_work, args=(is_ending, asked), name="tasks", daemon=True)
    work.start()
    while not asked.wait(heartbeats.EVERY_SECONDS):
        show_life()
    is_ending.set()
    work.join(END_SECONDS)
    if not work.is_alive():
        heartbeats.stop(heartbeats.ME)  # else its task waits for the reaper, and is tried again
    return 0


def _work(is_ending: threading.Event, asked: Asked) -> None:
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
    asked.ask()  # nothing is left to do


def show_life() -> None:
    """Else its tasks go to another."""
    try:
        heartbeats.beat(heartbeats.ME)
    except DatabaseError:
        log.exception("This process could not say that it lives")
        connection.close()
