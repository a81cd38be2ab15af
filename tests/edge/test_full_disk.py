"""A full disk ends no server and keeps no reader from a page."""

import resource
import time
from contextlib import contextmanager

from plaudit.edge.freshness import SIZE, STALE, Freshness, slots_of
from plaudit.edge.page import make
from plaudit.edge.store import PageStore

HTML = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "public, max-age=0")]


@contextmanager
def no_room():
    """Writing fails in this process, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def page(words):
    return make(200, HTML, words * 50, ["/page/a"], time.monotonic_ns())


def test_the_table_of_times_has_all_its_room_before_anything_is_marked(tmp_path):
    table = Freshness(tmp_path / "freshness")
    assert (tmp_path / "freshness").stat().st_blocks * 512 >= SIZE
    table.close()


def test_whoever_opens_the_table_later_finds_what_was_marked(tmp_path):
    first = Freshness(tmp_path / "freshness")
    first.mark(["/page/a"])
    later = Freshness(tmp_path / "freshness")
    assert later.latest(slots_of(["/page/a"]), STALE) == first.moved_at > 0
    first.close()
    later.close()


def test_a_page_that_cannot_be_kept_is_no_error_and_leaves_no_older_one(tmp_path):
    store = PageStore(tmp_path)
    store.put("/page/a", page(b"old"))
    with no_room():
        store.put("/page/a", page(b"new"))
    assert store.get("/page/a") is None
    assert [file for file in (tmp_path / "pages").rglob("*") if file.is_file()] == []
    store.put("/page/a", page(b"new"))
    assert store.get("/page/a") is not None
    store.close()
