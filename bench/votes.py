"""Votes over HTTP, each durable before its answer: as quick as the disk?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import floors, pacing, sites, wrk
from bench.database import Database
from bench.running import Running, running
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate
from tests.support import postgres

KINDS = {"SQLite": Goal("≥", 0.8), "PostgreSQL": Goal("≥", 1.0)}
FLOORS = {
    "SQLite": "the same insert alone, synchronous=FULL",
    "PostgreSQL": "the same insert alone, psycopg, 16 connections",
}

LEAST_PACE = 50.0  # votes a second, so that there is a hundredth of them to speak of


def measure(scale: Scale) -> Iterator[Row]:
    with sites.copied(sites.demo(scale.stories, scale.stories * 2)) as home:
        yield from _on("SQLite", Database(home), scale)
    with _on_postgresql(scale) as database:
        yield from _on("PostgreSQL", database, scale)


@contextmanager
def _on_postgresql(scale: Scale) -> Iterator[Database]:
    options = ["--stories", str(scale.stories), "--ballots", str(scale.stories * 2)]
    with postgres.throwaway(is_durable=True) as address, sites.scratch() as folder:
        sites.fill(folder / "site", options, address)
        yield Database(folder / "site", address)


def _on(kind: str, database: Database, scale: Scale) -> Iterator[Row]:
    with running(database.home, database_url=database.address) as site:
        desk = Desk(kind, site, database, scale)
        hot = desk.loaded("one hot story", 1)
        yield hot
        yield desk.loaded(f"spread over {scale.stories:,}", scale.stories)
        yield desk.at_half_load(max(hot.figure_a / 2, LEAST_PACE))
        yield desk.found()


class Desk:
    """Loads one site with votes; remembers what it acknowledged."""

    def __init__(self, kind: str, site: Running, database: Database, scale: Scale) -> None:
        self._kind = kind
        self._site = site
        self._database = database
        self._scale = scale
        self._before = database.ballots()
        self._floor = 0  # what the floor inserted in between
        self._acknowledged = 0
        self._missing = 0

    def loaded(self, name: str, stories: int) -> Row:
        paths = self._paths(stories, "/point")
        a, b = alternate(lambda: self._votes(paths), lambda: self._raw(stories), self._scale.rounds)
        measure = f"votes a second, {self._kind}, {name}"
        return Row(measure, FLOORS[self._kind], "/s", KINDS[self._kind], a, b)

    def at_half_load(self, rate: float) -> Row:
        """Against the same at a tenth: what a vote takes when nobody else gives one."""
        paths = self._paths(1, "")
        a, b = alternate(
            lambda: self._paced(paths, rate),
            lambda: self._paced(paths, rate / 5),
            self._scale.rounds,
        )
        kept = min(found.rate for found in a) / rate
        return Row(
            f"p99 of a vote at half load, {self._kind}",
            "the same at a tenth of the load",
            " ms",
            Goal("≤", 50, "figure"),
            [found.p99_ms for found in a],
            [found.p99_ms for found in b],
            f"half load is {rate:,.0f}/s, of which the paced client kept {min(kept, 1):.0%}",
        )

    def found(self) -> Row:
        """Every acknowledged vote is there: the paced ones by their nonce, all by their number."""
        there = self._database.ballots() - self._before - self._floor - self._missing
        return Row(
            f"acknowledged votes found in the database, {self._kind}",
            "acknowledged",
            "",
            Goal("≥", 1.0),
            [there],
            [self._acknowledged],
            f"{self._missing} of the paced ones missing; what was under way at the end is more",
        )

    def _paths(self, stories: int, end: str) -> Path:
        path = self._site.home / f"paths-{stories}{end.replace('/', '-')}.txt"
        found = self._database.stories(stories)
        path.write_text("".join(f"{story}{end}\n" for story in found))
        return path

    def _votes(self, paths: Path) -> float:
        self._database.wait_for_tick()
        environment = {"PATHS": str(paths), "ORIGIN": self._site.url}
        done = wrk.load(self._site.url, self._scale.seconds, script="vote", environment=environment)
        self._acknowledged += done.good
        return done.rate

    def _raw(self, stories: int) -> float:
        self._database.wait_for_tick()
        before = self._database.ballots()
        found = floors.rate(self._database, stories, self._scale.seconds)
        self._floor += self._database.ballots() - before
        return found

    def _paced(self, paths: Path, rate: float) -> pacing.Paced:
        self._database.wait_for_tick()
        done = pacing.votes(self._site.host, paths, rate, self._scale.seconds)
        self._acknowledged += len(done.acknowledged)
        kept = {nonce for (nonce,) in self._database.rows("SELECT nonce FROM points_ballot")}
        self._missing += len(set(done.acknowledged) - kept)
        return done
