"""What a process under the supervisor is made of: Django, and the module named for what it does.

`python -m plaudit.engine.process errands` is one that starts by itself. The lifeline is held before
Django is loaded, which takes a second or two.
"""

import argparse
import gc
import sys
from collections.abc import Callable
from importlib import import_module

import django

from plaudit import settings
from plaudit.engine import forking, lifeline

Run = Callable[[argparse.Namespace], int]


def load(name: str) -> Run:
    """Set Django up and import what a process of this name runs."""
    leave_out_what_is_not_used()
    django.setup()
    # Only now: its models need Django to be set up.
    run: Run = import_module(f"plaudit.engine.{name}").run
    return run


def settle() -> None:
    """Make what is loaded fit to be shared: a collector that looks through it would write to it."""
    import_module("django.urls").get_resolver().url_patterns  # noqa: B018  (loads every view)
    gc.collect()
    gc.freeze()


def leave_out_what_is_not_used() -> None:
    """Nine megabytes: REST framework loads PostgreSQL's fields wherever it finds the driver."""
    if not settings.load().database_url:
        sys.modules["psycopg"] = None  # type: ignore[assignment]  # so that to import it fails


def main() -> int:
    parser = argparse.ArgumentParser(prog="plaudit.engine.process")
    parser.add_argument("name", choices=["errands"])
    parser.add_argument("--lifeline", type=int, required=True)
    options = parser.parse_args()
    forking.be_called(options.name)
    lifeline.hold(options.lifeline)
    return load(options.name)(options)


if __name__ == "__main__":
    sys.exit(main())
