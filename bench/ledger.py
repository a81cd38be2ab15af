"""The auditor: leaves recounted in a second once they are downloaded, and the memory it takes."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench import logs
from bench.programs import ROOT
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate

REVISIONS = 5
BOUND_SECONDS = 600


def measure(scale: Scale) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as made:
        plain, revised = Path(made, "plain"), Path(made, "revised")
        logs.write(plain, list(logs.entries(scale.leaves, 1)))
        logs.write(revised, list(logs.entries(scale.leaves // REVISIONS, REVISIONS)))
        yield _speed(plain, scale)
        yield _memory(plain, revised, Path(made, "short"), scale)


def _speed(log: Path, scale: Scale) -> Row:
    a, b = alternate(lambda: _run("audit", log)[0], lambda: _run("hash", log)[0], scale.rounds)
    return Row(
        f"auditor: {scale.leaves:,} leaves rebuilt, compared, replayed, 1 core",
        "SHA-256 of the same leaves and nothing else",
        "/s",
        Goal("≥", 200_000, "figure"),
        a,
        b,
    )


def _memory(plain: Path, revised: Path, short: Path, scale: Scale) -> Row:
    voters = scale.leaves // REVISIONS
    logs.write(short, list(logs.entries(voters, 1)))
    a, b = alternate(
        lambda: _run("audit", revised)[1], lambda: _run("audit", short)[1], scale.rounds
    )
    many = _run("audit", plain)[1]
    each = (many - min(b)) * 1024 * 1024 / (scale.leaves - voters)
    return Row(
        f"auditor: memory for {voters:,} voters who changed their minds {REVISIONS - 1} times",
        "for as many who did not, a log a fifth as long",
        " MB",
        Goal("≤", 1.1),
        a,
        b,
        f"{many:.0f} MB for {scale.leaves:,} voters: {each:.0f} bytes for each more",
    )


def _run(how: str, log: Path) -> tuple[float, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bench.auditing", how, str(log)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        timeout=BOUND_SECONDS,
        check=True,
    )
    rate, memory = json.loads(done.stdout)
    return rate, memory
