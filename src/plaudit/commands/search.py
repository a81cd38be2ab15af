"""Build the index of the search anew.

`plaudit run` keeps it by itself, of a site that was there before it as well. This is for an index
that was damaged, or that a new version cuts into words in another way. The site may go on running:
until it is done, searches find what is in it again, the newest stories first.

  plaudit search rebuild
"""

import argparse
from importlib import import_module

from plaudit.commands import at_work
from plaudit.commands.progress import Progress


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(
        dest="search_verb", metavar="rebuild", required=True, title="verbs"
    )
    rebuild = verbs.add_parser(
        "rebuild",
        help="build the index of the search anew",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    rebuild.add_argument("--home", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(_options: argparse.Namespace) -> int:
    at_work.enter_site()
    progress = Progress()
    following = import_module("plaudit.search.following")
    following.rebuild(lambda done, total: progress("Stories", done, total))
    entries = import_module("plaudit.search.models").Entry.objects.count()
    print(f"Stories that can be found: {entries:,}.")
    return 0
