"""Whether this process was asked to end: by its supervisor, by Ctrl-C, or by both at once."""

import os
import select
import signal
from contextlib import suppress


class Asked:
    """Made and waited on in the main thread; anybody may `ask`.

    A signal's handler can be interrupted by the next signal's. So it takes no lock, as
    `threading.Event.set` does, on which the second handler would wait for the first for ever:
    a byte in a pipe says it, and the byte stays there.
    """

    def __init__(self) -> None:
        self._hears, self._says = os.pipe()
        os.set_blocking(self._says, False)
        # Both ways, since each has a gap: a handler does not run while the wait that it should end
        # has just begun, and an event loop takes the wakeup file for itself.
        signal.set_wakeup_fd(self._says, warn_on_full_buffer=False)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: self.ask())

    def ask(self) -> None:
        with suppress(BlockingIOError):  # full: it was said before, many times
            os.write(self._says, b".")

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it was asked, within so many seconds; for ever if none are given."""
        return bool(select.select([self._hears], [], [], seconds)[0])
