"""A child's hold on its supervisor: when the supervisor is gone, however it went, so is the child.

The supervisor keeps the writing end of a pipe and never writes. The kernel closes that end with
the supervisor, even on kill -9, and the child then reads the end of the file.
"""

import os
import signal
import threading
import time

GRACE_SECONDS = 4.0


def hold(descriptor: int) -> None:
    """End this process, as SIGTERM does, once the supervisor is no more."""
    threading.Thread(target=_watch, args=(descriptor,), name="lifeline", daemon=True).start()


def _watch(descriptor: int) -> None:
    os.read(descriptor, 1)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE_SECONDS)
    os._exit(1)
