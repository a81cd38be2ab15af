"""The report: the table, on what machine, and how to read it."""

from collections.abc import Mapping, Sequence

from bench.table import Row, as_markdown

TEXT = """\
# Performance

Written by `make bench{how}`; how it measures is in
[the benchmark](developers/benchmark.md). Every figure stands beside another one that was taken on
the same machine in the same minutes, in turns (A B A B …): the median of {rounds} turns of
{seconds} s, in brackets how far the turns lie from it. Compare the ratios, not the figures, with
those of another machine.

{table}

## The machine
{machine}
"""


def written(
    rows: Sequence[Row], machine: Mapping[str, str], how: str, rounds: int, seconds: int
) -> str:
    return TEXT.format(
        how=how,
        rounds=rounds,
        seconds=seconds,
        table=as_markdown(rows),
        machine="\n".join(f"- {name}: {said}" for name, said in machine.items()),
    )
