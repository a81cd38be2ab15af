"""Runs the benchmark, prints the table, writes the report.

    make bench                        everything, into docs/performance.md
    make bench ONLY=votes             edge, votes, freshness, lists, search, tick, memory, store
                                      or ledger
    make bench SCALE=small            quicker, with smaller sites; no figures to speak of

A whole run at full scale writes docs/performance.md; any other .cache/bench/report.md.
"""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from bench import (
    edge,
    freshness,
    ledger,
    lists,
    machine,
    memory,
    report,
    search,
    store,
    tick,
    votes,
)
from bench.programs import ROOT, WORK
from bench.scale import SCALES, Scale
from bench.table import Row, as_text

MEASURES: dict[str, Callable[[Scale], Iterator[Row]]] = {
    "edge": edge.measure,
    "votes": votes.measure,
    "freshness": freshness.measure,
    "tick": tick.measure,
    "lists": lists.measure,
    "search": search.measure,
    "memory": memory.measure,
    "store": store.measure,
    "ledger": ledger.measure,
}


def main() -> int:
    options = _options()
    # Ended from outside, we still leave through every `with`, which ends what we have started.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    scale = SCALES[options.scale]
    on = machine.described()
    rows: list[Row] = []
    try:
        for name in [options.only] if options.only else MEASURES:
            for row in MEASURES[name](scale):
                print(as_text([row]).partition("\n")[2], flush=True)
                rows.append(row)
    except KeyboardInterrupt:
        return 130
    print(f"\n{as_text(rows)}")
    how = "".join(
        f" {name}={value}"
        for name, value in (("ONLY", options.only), ("SCALE", options.scale))
        if value not in ("", "full")
    )
    path: Path = options.report or (WORK / "report.md" if how else ROOT / "docs" / "performance.md")
    path.write_text(report.written(rows, on, how, scale.rounds, scale.seconds))
    print(f"\nWritten to {path}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--only", default="", choices=["", *MEASURES])
    parser.add_argument("--scale", default="full", choices=SCALES)
    parser.add_argument("--report", type=Path, help="where to write it instead")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
