"""Playwright's driver, a program of its own (Node): whether it starts here, and what it lacks."""

import subprocess

from playwright._impl._driver import compute_driver_executable

from tests.support import apt

NEEDS = "libatomic1"  # the one library of Debian's that its Node wants and Chromium does not bring


def complaint(program: str) -> str:
    """What a program says in place of its version; empty if it starts."""
    try:
        said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    except OSError as error:
        return str(error)
    return "" if said.returncode == 0 else said.stderr.strip() or f"status {said.returncode}"


def ensure() -> None:
    """Make it start, by a package if need be; ends with one line where that may not be."""
    program = compute_driver_executable()[0]
    if complaint(program):
        apt.install(NEEDS)
    if why := complaint(program):
        raise SystemExit(
            f"Playwright, which drives the browser, does not start: apt-get install {NEEDS} ({why})"
        )
