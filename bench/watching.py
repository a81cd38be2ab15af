"""How soon an acknowledged vote is seen: votes at a pace, half of them for one page that is read.

A vote is seen when the page first shows at least as many points as there were before, and were sent
before this one's answer came (and counted in the end): ballots are numbered in the order they were
committed in, so this one is among those. It errs on the slow side, by what was under way just then.

    python -m bench.watching HOST:PORT PAGE PATHS RATE SECONDS
"""

import asyncio
import json
import re
import subprocess
import sys
import time
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import uvloop

from bench.pacing import Client

EVERY_SECONDS = 0.01  # the page is read again
PATIENCE_SECONDS = 15  # after the last vote
FIGURE = re.compile(rb'<data class="points" value="(-?\d+)"')


class Seen(NamedTuple):
    """`after` are seconds from a vote's answer to its point on the page, sorted."""

    after: list[float]
    never: int  # acknowledged and not seen within our patience

    @property
    def p50(self) -> float:
        return self._within(0.5)

    @property
    def p99(self) -> float:
        return self._within(0.99)

    def _within(self, share: float) -> float:
        """Who was not seen took longest."""
        place = int((len(self.after) + self.never) * share)
        return self.after[place] if place < len(self.after) else float("inf")


def votes(host: str, page: str, others: Path, rate: float, seconds: int) -> Seen:
    """In a process of its own. `others` names the pages that the other half is for."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.watching", host, page, others, str(rate), str(seconds)],
        capture_output=True,
        text=True,
        timeout=seconds + PATIENCE_SECONDS + 60,
        check=True,
    )
    return Seen(*json.loads(done.stdout))


class Watcher(Client):
    """Votes, and reads the page all the while."""

    def __init__(
        self, host: str, page: str, others: Sequence[str], rate: float, seconds: int
    ) -> None:
        super().__init__(host, [page] * len(others) + list(others), rate, seconds)
        self._page = page
        self._votes: list[tuple[float, float]] = []  # sent, acknowledged
        self._shown: list[tuple[int, float]] = []  # the figure, and when it was read first

    def _noted(self, path: str, sent_at: float, acknowledged_at: float) -> None:
        if path == self._page:
            self._votes.append((sent_at, acknowledged_at))

    async def watch(self) -> Seen:
        name, port = self._host.split(":")
        connection = await asyncio.open_connection(name, int(port))
        await self._look(*connection)
        voting = asyncio.ensure_future(self.run())
        while not voting.done():
            await self._look(*connection)
            await asyncio.sleep(EVERY_SECONDS)
        await voting
        first, deadline = self._shown[0][0], time.monotonic() + PATIENCE_SECONDS
        while self._shown[-1][0] < first + len(self._votes) and time.monotonic() < deadline:
            await self._look(*connection)
            await asyncio.sleep(EVERY_SECONDS)
        connection[1].close()
        return self._seen()

    async def _look(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(f"GET {self._page} HTTP/1.1\r\nHost: {self._host}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
        found = FIGURE.search(await reader.readexactly(int(length)))
        if found is None:
            raise SystemExit(f"{self._page} shows no points: {head!r}")
        if not self._shown or int(found[1]) > self._shown[-1][0]:
            self._shown.append((int(found[1]), time.monotonic()))

    def _seen(self) -> Seen:
        sent = sorted(sent_at for sent_at, _ in self._votes)
        first, figures = self._shown[0][0], [figure for figure, _ in self._shown]
        after = []
        for _, acknowledged_at in self._votes:
            place = bisect_left(figures, first + bisect_left(sent, acknowledged_at))
            if place < len(figures):
                after.append(max(0.0, self._shown[place][1] - acknowledged_at))
        return Seen(sorted(after), len(self._votes) - len(after))


def main(host: str, page: str, others: str, rate: str, seconds: str) -> None:
    paths = Path(others).read_text().split()
    watcher = Watcher(host, page, paths, float(rate), int(seconds))
    print(json.dumps(uvloop.run(watcher.watch())))


if __name__ == "__main__":
    main(*sys.argv[1:])
