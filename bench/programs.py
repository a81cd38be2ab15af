"""The programs of others that are measured with and against; installed where that may be done."""

import os
import shutil
import subprocess
from pathlib import Path

from tests.support import apt

ROOT = Path(__file__).parents[1]
WORK = ROOT / ".cache" / "bench"


def need(program: str, package: str) -> str:
    """Where a program is; ends with one line where it is not and cannot be installed."""
    for _attempt in ("as it is", "after installing"):
        if path := found(program):
            return path
        apt.install(package)
    raise SystemExit(f"The benchmark needs {program}: apt-get install {package}.")


def found(program: str) -> str | None:
    """Where it is; Debian keeps servers where only root looks."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")


def ends_with_us() -> list[str]:
    """What to put before a command, so that the kernel ends it should this process be killed."""
    return ["setpriv", "--pdeathsig", "TERM"]


def unprivileged() -> list[str]:
    """The same, and no longer as root."""
    if not is_root():
        return ends_with_us()
    return [*ends_with_us(), "--reuid=nobody", "--regid=nogroup", "--clear-groups"]


def is_root() -> bool:
    return os.geteuid() == 0


def said(*command: str) -> str:
    """The first line a program prints; what is not there is "none"."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except OSError:
        return "none"
    return (done.stdout + done.stderr).strip().partition("\n")[0]
