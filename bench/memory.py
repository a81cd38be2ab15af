"""What a whole `plaudit run` takes in memory after a load, and how soon it answers."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench import sites, wrk
from bench.database import Database
from bench.running import Running, running
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate
from tests.support.ports import free_port

ERRANDS_SECONDS = 300  # after the last task the process waits 20 for another


def measure(scale: Scale) -> Iterator[Row]:
    with sites.copied(sites.demo(scale.stories, scale.stories * 2)) as home:
        yield _after_load(home, scale)
        yield _start(home, scale)


def _after_load(home: Path, scale: Scale) -> Row:
    with running(home) as site:
        _let_errands_end(site)
        database = Database(home)
        before = sum(_by_process(site).values())
        story = database.first_story()
        paths = home / "paths.txt"
        paths.write_text("".join(f"{path}/point\n" for path in database.stories(scale.stories)))
        wrk.load(site.url + story, scale.seconds)
        votes = {"PATHS": str(paths), "ORIGIN": site.url}
        wrk.load(site.url, scale.seconds, script="vote", environment=votes)
        paths.write_text("".join(f"{path}\n" for path in database.stories(scale.stories)))
        wrk.load(site.url, scale.seconds, script="spread", environment={"PATHS": str(paths)})
        database.wait_for_tick()
        after = _by_process(site)
    each = ", ".join(f"{name} {size:.0f}" for name, size in after.items())
    return Row(
        "memory of `plaudit run`, 1 worker, after pages and votes",
        "before the load",
        " MB",
        Goal("≤", 250, "figure"),
        [sum(after.values())],
        [before],
        f"PSS in MB: {each}",
    )


def _let_errands_end(site: Running) -> None:
    """A copied site has tasks left from its filling; what the load brings about is counted."""
    deadline = time.monotonic() + ERRANDS_SECONDS
    while any("errands" in name for name in _by_process(site)) and time.monotonic() < deadline:
        time.sleep(0.5)


def _by_process(site: Running) -> dict[str, float]:
    """PSS: what is shared is divided among those that share it."""
    sizes: dict[str, float] = {}
    for pid in site.pids():
        folder = Path(f"/proc/{pid}")
        try:
            said = (folder / "smaps_rollup").read_text()
            name = (folder / "comm").read_text().strip()
        except (FileNotFoundError, ProcessLookupError):
            continue
        kilobytes = int(said.partition("\nPss:")[2].split()[0])
        sizes[f"{name} ({pid})"] = kilobytes / 1024
    return sizes


def _start(home: Path, scale: Scale) -> Row:
    site = Running(home, free_port())

    def to_first_answer() -> float:
        try:
            return site.start()
        finally:
            site.stop()

    def django_alone() -> float:
        began = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "plaudit", "manage", "version"],
            env=site.environment,
            stdout=subprocess.DEVNULL,
            timeout=60,
            check=True,
        )
        return time.monotonic() - began

    a, b = alternate(to_first_answer, django_alone, scale.rounds)
    name, against = "from `plaudit run` to the first answer, warm", "setting Django up, once"
    return Row(name, against, " s", Goal("≤", 4, "figure"), a, b)
