"""Carry points over from a former site.

FILE is a CSV file whose first line names the columns `story` and `points`; others are ignored. A
story is named by its address, by the last part of it, or by its id (s/…); points are its total on
the former site. Either all lines are carried over or none.

Readers see these points apart from those that were given here, and where they are from; the public
ledger says it, too, for ever. The same file again changes nothing; another total of the same
source takes the place of the one before.

  plaudit points carry likes.csv --from wordpress --dry-run
  plaudit points carry likes.csv --from wordpress
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from plaudit.commands import at_work
from plaudit.refusal import Refusal

SOURCES = ("wordpress", "ghost", "archive", "other")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="points_verb", metavar="carry", required=True, title="verbs")
    carry = verbs.add_parser(
        "carry",
        help="carry points over from a former site",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    carry.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    carry.add_argument("file", metavar="FILE", help="a CSV file; - reads input")
    carry.add_argument(
        "--from", dest="source", choices=SOURCES, required=True, help="what the former site was"
    )
    carry.add_argument(
        "--dry-run", action="store_true", help="say what would change; change nothing"
    )


def run(options: argparse.Namespace) -> int:
    data = _data(options.file)
    at_work.enter_site()
    former_points = import_module("plaudit.stories.former_points")
    bringing = import_module("plaudit.stories.bringing")
    now = import_module("django.utils.timezone").now()
    try:
        if len(data) > former_points.LARGEST:
            raise Refusal(f"It is larger than {former_points.LARGEST // 1_000_000} MB: split it.")
        rows = former_points.read(data)
        found = bringing.bring(rows, options.source, now, only_look=options.dry_run)
    except Refusal as error:
        raise Refusal(f"{options.file}: {error}\nNothing was carried over.") from None
    for slug, value in found.changed.items():
        print(f"{value:+,} {slug}")
    _summary(found.named, found.changed, options)
    return 0


def _summary(named: int, changed: dict[str, int], options: argparse.Namespace) -> None:
    said = "Would carry over" if options.dry_run else "Carried over"
    points = f"{sum(changed.values()):+,} points"
    same = f"; {named - len(changed):,} had theirs already" if named > len(changed) else ""
    print(f"{said} {points} from {options.source}, to {len(changed):,} of {named:,} stories{same}.")
    if changed and not options.dry_run:
        print("Readers see them within moments, apart from the points that were given here.")


def _data(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Refusal(f"{name} cannot be read: {reason}.") from None
