"""The tick: how many ballots are drawn, tallied and placed in a second."""

import json
import subprocess
import sys
from collections.abc import Iterator

from bench import sites
from bench.running import environment
from bench.scale import Scale
from bench.table import Goal, Row

STORIES = 1_000
CAME = ("given within the hour", "of forty days at once")
BOUND_SECONDS = 600


def measure(scale: Scale) -> Iterator[Row]:
    with sites.copied(sites.empty()) as home:
        done = subprocess.run(
            [
                sys.executable,
                "-m",
                "bench.ticking",
                str(STORIES),
                str(scale.ticked),
                str(scale.rounds),
            ],
            env=environment(home),
            stdout=subprocess.PIPE,
            text=True,
            timeout=BOUND_SECONDS,
            check=True,
        )
    for came, (ticked, inserted) in zip(CAME, json.loads(done.stdout), strict=True):
        yield Row(
            f"tick: ballots about {STORIES:,} stories, {came}, drawn, tallied, placed",
            "the same ballots inserted in one transaction",
            "/s",
            Goal("≥", 20_000, "figure"),
            ticked,
            inserted,
        )
