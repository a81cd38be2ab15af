"""Say what is configured, what is wrong, and what to do about it.

A line each: ok, warn (works, but not as it might), bad (does not work). Changes nothing, works on
a broken site too. The exit status is 1 if anything is bad.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module

from plaudit import settings
from plaudit.checkup import outside
from plaudit.checkup.finding import Finding, Level, bad
from plaudit.commands import at_work
from plaudit.engine import prepared
from plaudit.refusal import Refusal
from plaudit.settings import Settings

CHECKS = (
    outside.software,
    outside.environment,
    outside.folder,
    outside.address,
    outside.mail,
)
COLOURS = {Level.OK: "32", Level.WARN: "33", Level.BAD: "31"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(options: argparse.Namespace) -> int:
    levels = [show(finding) for finding in findings()]
    troubles = [level for level in levels if level is not Level.OK]
    print(f"To look at: {len(troubles)}." if troubles else "All is well.")
    return 1 if Level.BAD in levels else 0


def findings() -> Iterator[Finding]:
    try:
        site = settings.read()
    except Refusal as refusal:
        yield bad("Settings", str(refusal), "Put it right, then ask again")
        return
    for check in CHECKS:
        yield from survived(check.__name__.capitalize(), check(site))
    yield from survived("Database", of_database(site))


def of_database(site: Settings) -> Iterable[Finding]:
    if not prepared.applied(site):
        yield bad("Database", "it is empty", "`plaudit run` fills in its tables")
        return
    at_work.choose_home(site.home)
    at_work.load_django()
    yield from import_module("plaudit.checkup.inside").database()


def survived(subject: str, found: Iterable[Finding]) -> Iterator[Finding]:
    """A check that breaks down is a finding of its own."""
    try:
        yield from found
    except Refusal as refusal:
        yield bad(subject, str(refusal), "Put it right, then ask again")
    except Exception as error:  # noqa: BLE001  (whatever it is, the other checks must be heard)
        yield bad(
            subject, f"{type(error).__name__}: {error}", "See docs/operators/troubleshooting.md"
        )


def show(finding: Finding) -> Level:
    word = finding.level.value
    if sys.stdout.isatty():
        word = f"\x1b[{COLOURS[finding.level]}m{word}\x1b[0m" + " " * (4 - len(word))
    remedy = f"\n{'':17}→ {finding.remedy}" if finding.remedy else ""
    print(f"{word:<4}  {finding.subject:<9}  {finding.words}{remedy}", flush=True)
    return finding.level
