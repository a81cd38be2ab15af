"""What was measured on: figures of another machine are other figures."""

import os
import platform
import re
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from bench import programs
from plaudit import __version__, sqlite

SYNCS = 200
PACKAGES = ("Django", "wagtail", "uvicorn", "httptools", "uvloop", "psycopg")


def described() -> dict[str, str]:
    """By what it is called in the report."""
    cores = len(os.sched_getaffinity(0))
    library = sqlite.use_safe_library()
    initdb = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))
    postgres = str(initdb[-1]) if initdb else "postgres"
    return {
        "processor": f"{_field('/proc/cpuinfo', 'model name')}, {cores} cores",
        "memory": f"{int(_field('/proc/meminfo', 'MemTotal').split()[0]) / 1024**2:.1f} GB",
        "disk": f"fdatasync of 4 KB: {fdatasync_ms(programs.WORK):.2f} ms (median of {SYNCS})",
        "system": f"{_release()}, Linux {platform.release()}",
        "Plaudit": f"{__version__}, {_state()}",
        "Python": platform.python_version(),
        "packages": ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
        "databases": f"{library}; {programs.said(postgres, '--version')}",
        "measured with": f"{_wrk()}; {programs.said(programs.found('nginx') or 'nginx', '-v')}",
    }


def fdatasync_ms(folder: Path) -> float:
    """How long the disk takes to make a small write durable."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"fdatasync-{os.getpid()}"
    took = []
    try:
        with path.open("wb") as file:
            for _ in range(SYNCS):
                file.write(b"x" * 4096)
                file.flush()
                began = time.perf_counter()
                os.fdatasync(file.fileno())
                took.append(time.perf_counter() - began)
    finally:
        path.unlink(missing_ok=True)
    return median(took) * 1e3


def _field(file: str, name: str) -> str:
    found = re.search(rf"^{name}\s*:\s*(.+)$", Path(file).read_text(), re.MULTILINE)
    return found[1].strip() if found else platform.machine()


def _release() -> str:
    return platform.freedesktop_os_release().get("PRETTY_NAME", "Linux")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "none"


def _state() -> str:
    return programs.said("git", "-C", str(programs.ROOT), "describe", "--always", "--dirty")


def _wrk() -> str:
    return programs.said(programs.found("wrk") or "wrk", "-v").partition(" [")[0]
