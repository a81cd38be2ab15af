"""A client that keeps a pace, which wrk cannot: so many votes a second, whatever the answers take.

A vote's time counts from when it was due, not from when a connection was free for it: who waits in
the queue waits too. Each vote has its own nonce, so that each acknowledged one can be looked for.

    python -m bench.pacing HOST:PORT PATHS RATE SECONDS
"""

import asyncio
import json
import random
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import uvloop

from bench import programs
from bench.floors import text

CONNECTIONS = 32
REQUEST = (
    "POST {path}/point HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n"
    "Content-Type: application/json\r\nAccept: application/json\r\nCookie: guest={guest}\r\n"
    "X-Forwarded-For: {address}\r\nContent-Length: {length}\r\n\r\n{body}"
)


class Paced(NamedTuple):
    """What came of it. `rate` is the pace that was kept."""

    acknowledged: list[str]  # nonces
    refused: int
    p50_ms: float
    p99_ms: float
    rate: float


def votes(host: str, paths: Path, rate: float, seconds: int) -> Paced:
    """In a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.pacing", host, paths, str(rate), str(seconds)],
        capture_output=True,
        text=True,
        timeout=seconds + 90,
        check=True,
    )
    return Paced(*json.loads(done.stdout))


@contextmanager
def held(host: str, paths: Path, rate: float) -> Iterator[None]:
    """So many votes a second for as long as the block lasts; nobody counts them."""
    bound = 600
    command = [sys.executable, "-m", "bench.pacing", host, str(paths), str(rate), str(bound)]
    process = subprocess.Popen(
        [*programs.ends_with_us(), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


class Client:
    """Sends votes when they are due, over as many connections as are needed, bounded."""

    def __init__(self, host: str, paths: Sequence[str], rate: float, seconds: int) -> None:
        self._host = host
        self._paths = paths
        self._due = iter([number / rate for number in range(int(rate * seconds))])
        self._began = 0.0
        self._times: list[float] = []
        self._acknowledged: list[str] = []

    async def run(self) -> Paced:
        self._began = time.monotonic() + 0.2
        await asyncio.gather(*(self._connection() for _ in range(CONNECTIONS)))
        took = time.monotonic() - self._began
        times = sorted(self._times)
        return Paced(
            self._acknowledged,
            len(times) - len(self._acknowledged),
            times[len(times) // 2] * 1e3,
            times[int(len(times) * 0.99)] * 1e3,
            len(times) / took,
        )

    async def _connection(self) -> None:
        name, port = self._host.split(":")
        reader, writer = await asyncio.open_connection(name, int(port))
        for due in self._due:  # the connections share it: each takes the next one
            await asyncio.sleep(max(0.0, self._began + due - time.monotonic()))
            nonce, path = text(16), random.choice(self._paths)
            sent_at = time.monotonic()
            writer.write(self._request(path, nonce))
            status = await _status(reader)
            self._times.append(time.monotonic() - self._began - due)
            if status == 200:
                self._acknowledged.append(nonce)
                self._noted(path, sent_at, time.monotonic())
        writer.close()

    def _noted(self, path: str, sent_at: float, acknowledged_at: float) -> None:
        """A vote was acknowledged; for who wants to know more about it."""

    def _request(self, path: str, nonce: str) -> bytes:
        body = json.dumps({"value": 1, "nonce": nonce})
        parts = {
            "path": path,
            "host": self._host,
            "guest": text(32),
            "address": f"{random.randint(11, 99)}." + ".".join(map(str, secrets.token_bytes(3))),
            "length": len(body),
            "body": body,
        }
        return REQUEST.format(**parts).encode()


async def _status(reader: asyncio.StreamReader) -> int:
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = head.partition(b"content-length:")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length or 0))
    return int(head[9:12])


def main(host: str, paths: str, rate: str, seconds: str) -> None:
    client = Client(host, Path(paths).read_text().split(), float(rate), int(seconds))
    print(json.dumps(uvloop.run(client.run())))


if __name__ == "__main__":
    main(*sys.argv[1:])
