"""Typing commands as an operator does, and looking at what runs afterwards."""

import os
import subprocess
import sys
import time
from pathlib import Path

ANY_FOLDER = Path(__file__).parent


def plaudit(
    *arguments: object, home: Path | None = None, timeout: float = 300, **environment: str
) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not _is_ours(name)}
    if home:
        environment["PLAUDIT_HOME"] = str(home)
    return subprocess.run(
        [sys.executable, "-m", "plaudit", *map(str, arguments)],
        env=inherited | environment,
        cwd=ANY_FOLDER,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


def refusal(done: subprocess.CompletedProcess[str]) -> str:
    """The one sentence a refused command ends with."""
    assert done.returncode != 0, done.stdout
    assert done.stderr.startswith("plaudit: ")
    assert done.stderr.count("\n") == 1, done.stderr
    return done.stderr.removeprefix("plaudit: ").strip()


def children(pid: int) -> dict[int, str]:
    """The processes under one, and what the system calls each."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if parent == pid:
                found[int(folder.name)] = (folder / "comm").read_text().strip()
        except (FileNotFoundError, ProcessLookupError):
            continue
    return found


def wait_until(is_so, seconds: float = 15) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.05)


def is_gone(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return True
    return state == "Z"  # ended; whoever started it has not asked yet


def _is_ours(name: str) -> bool:
    return name.startswith("PLAUDIT_") or name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE")
