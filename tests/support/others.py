"""The programs of others that a test runs: installed where that may be done, else it is skipped."""

import pytest

from bench import programs
from tests.support import apt


def need(program: str, package: str) -> None:
    if not programs.found(program):
        apt.install(package)
    if not programs.found(program):
        pytest.skip(f"This needs {program}: apt-get install {package}.")
