"""Run one of Django's or Wagtail's own commands on the site.

plaudit manage createsuperuser     make one more administrator
plaudit manage changepassword anna
plaudit manage shell               Python, with the site's models
plaudit manage migrate             what `plaudit run` does by itself after an upgrade
plaudit manage help                the whole list
"""

import argparse
import sys

from django.core.management import ManagementUtility

from plaudit.commands import at_work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "command", nargs=argparse.REMAINDER, help="a command of Django and its arguments"
    )


def run(options: argparse.Namespace) -> int:
    at_work.read_settings()
    at_work.load_django()
    arguments = options.command or ["help"]
    if sys.argv:
        sys.argv[1:] = arguments  # some commands look there
    ManagementUtility(["plaudit manage", *arguments]).execute()
    return 0
