"""Count the points given so far, place the stories in their lists and keep the search at hand.

`plaudit run` does this by itself. By hand it is for a site that is served in another way, and
`plaudit tick --once` for looking into things: it ends when nothing is left to count.
"""

import argparse
import time
from importlib import import_module

from plaudit.commands import at_work


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="end when nothing is left to count")


def run(options: argparse.Namespace) -> int:
    at_work.enter_site()
    ticker = import_module("plaudit.engine.ticker")
    following = import_module("plaudit.search.following")
    if options.once:
        counted = ticker.catch_up()
        following.catch_up()
        print(f"Counted {counted:,} points.")
        return 0
    step = ticker.Ticker().step
    while True:
        if not step() and not following.follow():
            time.sleep(ticker.SECONDS)
