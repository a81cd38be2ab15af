"""How soon a stored page tells the truth again, while it is read as fast as it goes."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench import pacing, publishing, sites, watching, wrk
from bench.database import Database
from bench.edge import warm
from bench.running import Running, running
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate

VOTES = 200.0  # a second, half of them for the page that is read
FEW = 10.0
READERS = wrk.CONNECTIONS
SOON = Goal("≤", 1.5, "figure")


def measure(scale: Scale) -> Iterator[Row]:
    for workers in (1, 2):
        with (
            sites.copied(sites.demo(scale.stories, scale.stories * 2)) as home,
            running(home, workers) as site,
        ):
            yield _points(site, scale)
            yield from _stories(site, scale)


def _points(site: Running, scale: Scale) -> Row:
    """Of a vote: from its answer to its point on the page."""
    database = Database(site.home)
    page, *others = database.stories(scale.stories)
    paths = _written(site, others)

    def votes(rate: float) -> watching.Seen:
        database.wait_for_tick()
        warm(site.url + page)
        return watching.votes(site.host, page, paths, rate, scale.seconds * 3)

    def under_load() -> watching.Seen:
        with wrk.held(site.url + page, READERS, "page", {}):
            return votes(VOTES)

    a, b = alternate(under_load, lambda: votes(FEW), scale.rounds)
    counted, middle = sum(len(one.after) + one.never for one in a), median(one.p50 for one in a)
    return Row(
        f"from a vote's answer to its point on the page, p99, {_named(site)}",
        f"the same with {FEW:.0f} votes a second and no other reader",
        " s",
        SOON,
        [one.p99 for one in a],
        [one.p99 for one in b],
        f"{counted:,} votes, at {VOTES:.0f}/s of which half are for this page, while {READERS} "
        f"connections read it all the time; half of them after {middle:.2f} s",
    )


def _stories(site: Running, scale: Scale) -> Iterator[Row]:
    """Of a story: from its commit to the list; and gone once the newsroom has said so."""
    count = scale.seconds * 2
    paths = _written(site, Database(site.home).stories(scale.stories))

    def under_load() -> publishing.Published:
        load = wrk.held(site.url + "/new", READERS, "page", {})
        with load, pacing.held(site.host, paths, VOTES):
            return publishing.stories(site, count)

    a, b = alternate(under_load, lambda: publishing.stories(site, count), scale.rounds)
    yield Row(
        f"from a story's publication to the list of new ones, longest of {count}, {_named(site)}",
        "the same with no votes and no other reader",
        " s",
        SOON,
        [one.longest for one in a],
        [one.longest for one in b],
        f"{VOTES:.0f} votes a second, while {READERS} connections read the list all the time",
    )
    yield Row(
        f"pages asked for the moment they were taken back: told so, under load, {_named(site)}",
        "asked",
        "",
        Goal("≥", 1.0),
        [sum(one.gone for one in a)],
        [sum(one.asked for one in a)],
    )


def _written(site: Running, paths: list[str]) -> Path:
    file = site.home / "others.txt"
    file.write_text("".join(f"{path}\n" for path in paths))
    return file


def _named(site: Running) -> str:
    return f"{site.workers} worker{'s' if site.workers > 1 else ''}"
