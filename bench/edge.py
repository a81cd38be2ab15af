"""Stored pages: as quick as a file?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from bench import asking, front, nginx, programs, sites, wrk
from bench.asking import Answer
from bench.database import Database
from bench.running import Running, running
from bench.scale import Scale
from bench.table import Goal, Row
from bench.turns import alternate

STATIC = "nginx, the same bytes as a file, 1 worker"
HELD = 16
CODINGS = ("gzip", "br")


def measure(scale: Scale) -> Iterator[Row]:
    with sites.copied(sites.demo(scale.stories, scale.stories * 2)) as home:
        path = Database(home).first_story()
        with running(home) as site, _files(site.url, path) as files:
            yield from _stored(Page(site.url, files, path), scale)
            yield _beside_uncached(site, path, scale)
            yield _not_modified(site, path, scale)
            yield _with_nginx_in_front(site, files, path, scale)
        with running(home, workers=2) as site, _files(site.url, path) as files:
            page = Page(site.url, files, path)
            yield _compared("stored story page, 2 workers", page, {}, Goal("≥", 1.0), scale)


class Page(NamedTuple):
    """A page of a site, and where nginx has the same bytes."""

    site: str
    files: str
    path: str


def warm(url: str, **headers: str) -> Answer:
    """Ask until it can have been stored; all must go well before it is loaded."""
    for _ in range(3):
        answer = asking.get(url, **headers)
        time.sleep(0.3)
    if answer.status not in (200, 304):
        raise SystemExit(f"{url} answers {answer.status}: nothing to measure.")
    return answer


@contextmanager
def _files(site: str, path: str) -> Iterator[str]:
    """nginx with this page, as it is and compressed, each under its coding's name."""
    files = {f"identity{path}": warm(site + path).body}
    for coding in CODINGS:
        answer = warm(site + path, Accept_Encoding=coding)
        if answer.headers.get("content-encoding") == coding:
            files[f"{coding}{path}"] = answer.body
    with nginx.static(files) as url:
        yield url


def _stored(page: Page, scale: Scale) -> Iterator[Row]:
    goal = Goal("≥", 0.6)
    yield _compared("stored story page", page, {}, goal, scale)
    for coding in CODINGS:
        name = f"stored story page, {coding}"
        answer = warm(page.site + page.path, Accept_Encoding=coding)
        if answer.headers.get("content-encoding") == coding:
            yield _compared(name, page, {"Accept-Encoding": coding}, goal, scale)
        else:
            yield Row(name, STATIC, "/s", goal, note=f"the site does not send {coding}")


def _compared(name: str, page: Page, headers: dict[str, str], goal: Goal, scale: Scale) -> Row:
    file = f"{page.files}/{headers.get('Accept-Encoding', 'identity')}{page.path}"
    a, b = alternate(
        lambda: wrk.load(page.site + page.path, scale.seconds, headers=headers).rate,
        lambda: wrk.load(file, scale.seconds, headers=headers).rate,
        scale.rounds,
    )
    return Row(name, STATIC, "/s", goal, a, b)


def _beside_uncached(site: Running, path: str, scale: Scale) -> Row:
    """Pages that nobody has asked for before: how the points of each story were counted."""
    paths = site.home / "uncached.txt"
    stories = Database(site.home).stories(scale.stories)
    paths.write_text("".join(f"{story}/points\n" for story in stories))

    def alone() -> float:
        return wrk.load(site.url + path, scale.seconds).p99_ms

    def beside() -> float:
        with wrk.held(site.url, HELD, "spread", {"PATHS": str(paths)}):
            time.sleep(0.3)
            return alone()

    name = f"its p99 while {HELD} clients hold uncached pages"
    a, b = alternate(beside, alone, scale.rounds)
    return Row(name, "its p99 without them", " ms", Goal("≤", 25, "figure"), a, b)


def _not_modified(site: Running, path: str, scale: Scale) -> Row:
    """By processor time: both are sent as quickly as the load generator can ask for them."""
    name = "304 of the story page, for a second of the site's processor time"
    against, goal, url = "its 200", Goal(">", 1.0), site.url + path
    etag = warm(url).headers.get("etag", "")
    if not etag or warm(url, If_None_Match=etag).status != 304:
        return Row(name, against, "/s", goal, note="the page has no ETag that answers 304")

    def answers(**headers: str) -> float:
        before = site.processor_seconds()
        load = wrk.load(url, scale.seconds, headers=headers)
        return load.good / (site.processor_seconds() - before)

    a, b = alternate(lambda: answers(**{"If-None-Match": etag}), answers, scale.rounds)
    return Row(name, against, "/s", goal, a, b)


def _with_nginx_in_front(site: Running, files: str, path: str, scale: Scale) -> Row:
    name, goal = "stored story page, nginx in front", Goal("≥", 0.9)
    if not front.is_there():
        where = front.READY_MADE.relative_to(programs.ROOT)
        return Row(name, STATIC, "/s", goal, note=f"{where} is not there yet")
    with front.of(site) as url:
        warm(url + path)
        return _compared(name, Page(url, files, path), {}, goal, scale)
