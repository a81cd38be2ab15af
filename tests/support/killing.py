"""Work in a process of its own, that may be gone in the middle of it as by kill -9."""

import os
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection, connections

KILLED = 9


def in_a_child(work: Callable[[], object]) -> int:
    """Do it in a process of its own; returns its exit status."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            # Where a browser was driven before, this thread has an event loop and Django a second
            # set of connections; the child has no loop, and finds the first set, left open on the
            # database of an earlier test. That one is neither used nor closed here.
            _inherited = connection.connection
            connection.connect()
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001  (nothing may return into the test from here)
            traceback.print_exc()
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@contextmanager
def dying_after(statement: int) -> Iterator[None]:
    """Whoever works in here is gone, as by kill -9, once so many statements are done."""
    done = 0

    def die(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        nonlocal done
        answer = execute(sql, params, many, context)
        done += 1
        if done == statement:
            os._exit(KILLED)
        return answer

    with connection.execute_wrapper(die):
        yield
