"""Growth: what a page takes to render with a million stories, beside a thousand.

Django alone renders them (`plaudit.wsgi`, as other servers run it), so no page store is in between.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from bench import programs, sites
from bench.database import Database
from bench.running import environment
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate

GOAL = Goal("≤", 1.2)
REPEATS = 5


def measure(scale: Scale) -> Iterator[Row]:
    large, small = sites.demo(*scale.large), sites.demo(*scale.small)
    with renderer(large) as big, renderer(small) as little:
        story = Database(large).first_story()
        yield _compared("front page", big, little, "/", "/", scale)
        yield _compared("list New, page 1", big, little, "/new", "/new", scale)
        deep, last = big.page("new", scale.page), little.page("new", scale.page)
        name = f"list New, page {deep.number:,}"
        note = "" if last.number == deep.number else f"beside page {last.number}, its last full one"
        yield _compared(name, big, little, deep.path, last.path, scale, note)
        yield _compared("list Top, page 1", big, little, "/top", "/top", scale)
        yield _compared("story page", big, little, story, story, scale)


class Place(NamedTuple):
    """A page of a list: its real number, for a list can be shorter; its address."""

    number: int
    path: str


class Renderer:
    """A process with Django and one site, that renders what it is asked for."""

    def __init__(self, asked: IO[str], answers: IO[str]) -> None:
        self._asked = asked
        self._answers = answers

    def milliseconds(self, path: str) -> float:
        """The quickest of some: what it takes, and not what else there was to do."""
        return float(self._ask(REPEATS, path)["ms"])

    def page(self, key: str, number: int) -> Place:
        """As a reader comes there: from page to page."""
        path, data = f"/{key}", f"/{key}.json"
        for page in range(1, number):
            following = json.loads(self._ask(1, data)["body"])["next"]
            if not following:
                return Place(page, path)
            data = "/" + following.split("/", 3)[3]
            path, full = data.replace(".json", ""), path
        if len(json.loads(self._ask(1, data)["body"])["places"]) < 20:
            return Place(number - 1, full)
        return Place(number, path)

    def _ask(self, times: int, path: str) -> dict[str, str]:
        self._asked.write(f"{times} {path}\n")
        self._asked.flush()
        answer: dict[str, str] = json.loads(self._answers.readline())
        if answer["status"] != "200":
            raise SystemExit(f"{path} answers {answer['status']}: nothing to measure.")
        return answer


@contextmanager
def renderer(home: Path, database_url: str = "") -> Iterator[Renderer]:
    process = subprocess.Popen(
        [*programs.ends_with_us(), sys.executable, "-m", "bench.rendering"],
        env=environment(home, database_url),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin
    assert process.stdout
    try:
        yield Renderer(process.stdin, process.stdout)
    finally:
        process.stdin.close()
        process.terminate()
        process.wait(20)


def _compared(
    name: str,
    big: Renderer,
    little: Renderer,
    path: str,
    other: str,
    scale: Scale,
    note: str = "",
) -> Row:
    a, b = alternate(
        lambda: big.milliseconds(path), lambda: little.milliseconds(other), scale.rounds * 3
    )
    large, small = (f"{stories:,} stories" for stories in (scale.large[0], scale.small[0]))
    return Row(f"{name}, uncached, {large}", small, " ms", GOAL, a, b, note)
