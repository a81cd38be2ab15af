"""The first lines of every process under the supervisor: `python -m plaudit.engine.process NAME`.

The lifeline is held before Django is loaded, which takes a second or two.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path

import django

from plaudit import settings
from plaudit.engine import lifeline


def leave_out_what_is_not_used() -> None:
    """Nine megabytes: REST framework loads PostgreSQL's fields wherever it finds the driver."""
    if not settings.load().database_url:
        sys.modules["psycopg"] = None  # type: ignore[assignment]  # so that to import it fails


def main() -> int:
    parser = argparse.ArgumentParser(prog="plaudit.engine.process")
    parser.add_argument("name", choices=["server", "backstage", "errands"])
    parser.add_argument("--lifeline", type=int, required=True)
    parser.add_argument("--socket", type=int)
    parser.add_argument("--ready", type=int)
    parser.add_argument("--asks", type=int)
    parser.add_argument("--pages", type=Path)
    options = parser.parse_args()
    lifeline.hold(options.lifeline)
    leave_out_what_is_not_used()
    django.setup()
    # Only now: its models need Django to be set up.
    run = import_module(f"plaudit.engine.{options.name}").run
    return int(run(options))


if __name__ == "__main__":
    sys.exit(main())
