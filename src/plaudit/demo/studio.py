"""Draws the paper's pictures in processes of their own, while the database is being made.

A draughtsman is asked on its standard input and answers on its standard output, so it ends with
whoever started it, however that ended. Python's own pools of processes live on when their parent
is killed, and leave semaphores and dead children behind when it turns into another program.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from io import BytesIO
from queue import SimpleQueue

from PIL import Image

from plaudit.demo import pictures

QUALITY = 86
SIZE_BYTES = 8  # how long the picture is that follows
DRAW: dict[str, Callable[[str], Image.Image]] = {
    "picture": pictures.draw,
    "portrait": pictures.portrait,
}
Drawings = dict[str, "Future[bytes]"]


class Draughtsman:
    """A process that draws one picture after the other."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "plaudit.demo.studio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )

    def __enter__(self) -> "Draughtsman":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate()  # closes the pipes, waits for the end

    def draw(self, kind: str, name: str) -> bytes:
        asked, answers = self._process.stdin, self._process.stdout
        assert asked  # noqa: S101  (both are pipes)
        assert answers  # noqa: S101
        asked.write(f"{kind} {name}\n".encode())
        asked.flush()
        size = int.from_bytes(answers.read(SIZE_BYTES), "big")
        picture = answers.read(size)
        if not size or len(picture) < size:
            raise OSError(f"The {kind} {name} could not be drawn")
        return picture


@contextmanager
def drawing(keys: Iterable[str], authors: Iterable[str]) -> Iterator[Drawings]:
    """Yields what will be a JPEG, by key or by author's slug, in the order they are wanted."""
    with ExitStack() as staff:
        idle: SimpleQueue[Draughtsman] = SimpleQueue()
        hands = [staff.enter_context(Draughtsman()) for _ in range(os.cpu_count() or 1)]
        for hand in hands:
            idle.put(hand)
        pool = ThreadPoolExecutor(len(hands))
        staff.callback(pool.shutdown, cancel_futures=True)  # before the hands are sent home
        orders = [("picture", key) for key in dict.fromkeys(keys)]
        orders += [("portrait", slug) for slug in authors]
        yield {order[1]: pool.submit(_drawn, idle, order) for order in orders}


def _drawn(idle: "SimpleQueue[Draughtsman]", order: Sequence[str]) -> bytes:
    hand = idle.get()
    try:
        return hand.draw(*order)
    finally:
        idle.put(hand)


def main() -> None:
    """What a draughtsman does until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; whoever asks decides
    with suppress(BrokenPipeError):
        for line in sys.stdin.buffer:
            kind, name = line.decode().split()
            picture = _jpeg(DRAW[kind](name))
            sys.stdout.buffer.write(len(picture).to_bytes(SIZE_BYTES, "big") + picture)
            sys.stdout.buffer.flush()


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=QUALITY, progressive=True)
    return file.getvalue()


if __name__ == "__main__":
    main()
