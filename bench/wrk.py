"""wrk, the load generator: bounded connections, bounded time, its figures as numbers."""

import json
import os
import secrets
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from bench import programs

LUA = Path(__file__).parent / "lua"
MARK = "BENCH "
TIMEOUT_SECONDS = 10
CONNECTIONS = 64


class Load(NamedTuple):
    """What came of one load. `good` answers: no error, or 200 where a script looks."""

    good: int
    other: int
    seconds: float
    p50_ms: float
    p99_ms: float

    @property
    def rate(self) -> float:
        return self.good / self.seconds


def load(
    url: str,
    seconds: int,
    *,
    connections: int = CONNECTIONS,
    script: str = "page",
    headers: Mapping[str, str] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Load:
    """Ask for a page, or do what a script says, for so long."""
    done = subprocess.run(
        _command(url, seconds, connections, script, headers or {}),
        env=_environment(environment or {}),
        capture_output=True,
        text=True,
        timeout=seconds + TIMEOUT_SECONDS + 30,
        check=True,
    )
    said = next(line for line in done.stdout.splitlines() if line.startswith(MARK))
    found = json.loads(said.removeprefix(MARK))
    if not found["good"]:  # of no answer wrk says that it took no time: it took all of it
        found |= {"p50_ms": seconds * 1e3, "p99_ms": seconds * 1e3}
    return Load(**found)


@contextmanager
def held(url: str, connections: int, script: str, environment: Mapping[str, str]) -> Iterator[None]:
    """So many clients that ask again and again, for as long as the block lasts."""
    bound = 600
    process = subprocess.Popen(
        [*programs.ends_with_us(), *_command(url, bound, connections, script, {})],
        env=_environment(environment),
        stdout=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """A seed of its own for every load: no guest comes twice."""
    return os.environ | {"LUA_HOME": str(LUA), "SEED": str(secrets.randbelow(1000))} | dict(more)


def _command(
    url: str, seconds: int, connections: int, script: str, headers: Mapping[str, str]
) -> list[str]:
    said = [part for name, value in headers.items() for part in ("-H", f"{name}: {value}")]
    return [
        *(programs.need("wrk", "wrk"), "--threads", "1", "--connections", str(connections)),
        *("--duration", f"{seconds}s", "--timeout", f"{TIMEOUT_SECONDS}s"),
        *("--script", str(LUA / f"{script}.lua"), *said, url),
    ]
