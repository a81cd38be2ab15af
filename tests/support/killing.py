"""Work in a process of its own, that may be gone in the middle of it as by kill -9."""

import os
import traceback
from collections.abc import Callable

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
