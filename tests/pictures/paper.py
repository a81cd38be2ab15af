"""The demo's paper on a port of its own, in a folder that is gone afterwards."""

import json
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.ports import free_port

START_SECONDS, STOP_SECONDS = 180, 10


@dataclass(frozen=True)
class Paper:
    url: str
    sign_ins: dict[str, tuple[str, str]]  # by role: mail address, password


@contextmanager
def printed() -> Iterator[Paper]:
    """The same stories and ballots every time; of the pictures only the times of day differ."""
    with tempfile.TemporaryDirectory(prefix="plaudit-pictures-") as name:
        folder, port = Path(name) / "site", free_port()
        command = [sys.executable, "-m", "plaudit", "demo", "--home", str(folder)]
        command += ["--port", str(port), "--ballots", "4000", "--seed", "1"]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL) as run:
            try:
                url = f"http://127.0.0.1:{port}"
                _wait_for(url, run)
                yield Paper(url, _sign_ins(folder))
            finally:
                _end(run)


def _wait_for(url: str, run: subprocess.Popen[bytes]) -> None:
    for _second in range(START_SECONDS):
        try:
            with urllib.request.urlopen(url):
                return
        except (urllib.error.URLError, ConnectionError):
            if run.poll() is not None:
                break
            time.sleep(1)
    raise SystemExit("The demo did not start; try `plaudit demo` to see why.")


def _sign_ins(folder: Path) -> dict[str, tuple[str, str]]:
    stamp = json.loads((folder / "demo.json").read_text())
    return {sign["role"]: (sign["mail"], sign["password"]) for sign in stamp["sign_ins"]}


def _end(run: subprocess.Popen[bytes]) -> None:
    run.terminate()
    try:
        run.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        run.kill()
