"""The one process an operator sees: starts the others, keeps them running, ends them together.

It loads what they all need, so that it is in memory once, and does nothing with it: the others are
copies of it (`forking`). `plaudit run` turns into it (exec) after its checks, so it has the process
number that was started.
"""

import argparse
import os
import select
import signal
import sys
import time
from pathlib import Path
from types import FrameType

from plaudit.engine import forking, lifeline, process
from plaudit.engine.child import Child
from plaudit.engine.forking import Fork

STOP_SECONDS = 4.5  # then whoever is left is killed: all is over within five
ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


class Supervisor:
    def __init__(self, children: list[Child], ready: int, url: str) -> None:
        self._children = children
        self._ready = ready
        self._url = url
        self._is_ending = False
        self._wakes = os.pipe()

    def run(self) -> int:
        self._listen_for_signals()
        for child in self._children if not self._is_ending else []:
            child.start()
        while not self._is_ending:
            self._wait()
            for child in self._children:
                self._look_after(child)
        self._end()
        return 0

    def _listen_for_signals(self) -> None:
        for end in self._wakes:
            os.set_blocking(end, False)
        signal.set_wakeup_fd(self._wakes[1], warn_on_full_buffer=False)
        for number in ENDING:
            signal.signal(number, self._on_end)
        signal.signal(signal.SIGCHLD, lambda *_: None)  # only to wake up
        signal.pthread_sigmask(signal.SIG_UNBLOCK, forking.HEARD)  # as `plaudit run` left them

    def _on_end(self, number: int, frame: FrameType | None) -> None:
        if self._is_ending:  # asked twice: at once, then
            for child in self._children:
                child.kill()
        self._is_ending = True

    def _wait(self) -> None:
        """Until a signal comes, a server says that it answers, or a child is due again."""
        due = [child.restart_at for child in self._children if not child.is_running]
        timeout = max(0.0, min(due) - time.monotonic()) if due else None
        watched = [self._wakes[0], *([self._ready] if self._ready >= 0 else [])]
        readable, _, _ = select.select(watched, [], [], timeout)
        if self._wakes[0] in readable:
            os.read(self._wakes[0], 4096)
        if self._ready in readable:
            self._announce(os.read(self._ready, 1))

    def _announce(self, word: bytes) -> None:
        self._ready = -1  # the first word is the one that counts
        if word == b"+":
            say(f"Serving at {self._url} (stop with Ctrl-C)")
        else:
            say(f"Serving at {self._url}, but the front page fails: see the lines above")

    def _look_after(self, child: Child) -> None:
        if how := child.has_ended():
            if not self._is_ending:
                say(f"{how}; starting it again in {child.delay:g} s")
        elif not child.is_running and time.monotonic() >= child.restart_at:
            child.start()

    def _end(self) -> None:
        for child in self._children:
            child.ask_to_end()
        deadline = time.monotonic() + STOP_SECONDS
        for child in self._children:
            if not child.wait(deadline - time.monotonic()):
                say(f"the {child.name} did not end in time and was killed")
                child.kill()


def say(line: str) -> None:
    print(f"plaudit: {line}", file=sys.stderr, flush=True)  # noqa: T201  (this is its output)


def main() -> int:
    parser = argparse.ArgumentParser(prog="plaudit.engine.supervisor")
    parser.add_argument("--socket", type=int, required=True)
    parser.add_argument("--workers", type=int, required=True)
    parser.add_argument("--url", required=True)
    parser.add_argument("--pages", type=Path, required=True)
    options = parser.parse_args()
    forking.be_called("run")
    life, kept = os.pipe()
    ready, told = os.pipe()
    wanted, asks = os.pipe()  # servers name the pages that are to be rendered behind the scenes
    os.set_blocking(asks, False)
    common = {"lifeline": life, "pages": options.pages}
    serving = argparse.Namespace(**common, socket=options.socket, ready=told, asks=asks)
    backstage = argparse.Namespace(**common, asks=wanted)
    children = [
        copy("server", f"server {number}", serving, [life, options.socket, told, asks])
        for number in range(1, options.workers + 1)
    ]
    children.append(copy("backstage", "backstage", backstage, [life, wanted]))
    process.settle()
    try:
        return Supervisor(children, ready, options.url).run()
    finally:
        os.close(kept)


def copy(module: str, name: str, options: argparse.Namespace, kept: list[int]) -> Child:
    """A child that will run `module` in a copy of this process."""
    run = process.load(module)

    def work() -> int:
        lifeline.hold(options.lifeline)
        return run(options)

    return Child(name, lambda: Fork(name, work, kept))


if __name__ == "__main__":
    sys.exit(main())
