"""The page store: whole pages, for as long as they are wanted, within bounds."""

import os
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.edge import page as pages
from plaudit.edge.app import make_once
from plaudit.edge.hot import HotPages
from plaudit.edge.store import LARGEST, PageStore, name_of

HTML = [("content-type", "text/html; charset=utf-8")]


@pytest.fixture
def store(tmp_path):
    found = PageStore(tmp_path / "store")
    yield found
    found.close()


def page(size=20_000, status=200, key="k"):
    """Of bytes that do not compress."""
    return pages.make(status, HTML, os.urandom(size).hex().encode(), [key], time.monotonic_ns())


class Rules:
    """Every address is a page; under `/none/` there is nothing."""

    def make(self, key):
        return page(status=404 if key.startswith("/none/") else 200, key=key)


def files(store):
    return [path for path in store.folder.glob("pages/*/*") if path.is_file()]


def test_what_does_not_fit_goes_and_what_was_wanted_last_stays(store):
    for number in range(30):
        store.put(f"/{number}", page())
        os.utime(store._path(f"/{number}"), (number, number))
    store.get("/0")
    left = store.trim(10 * 100_000)
    assert left <= 10 * 100_000
    assert left == sum(path.stat().st_blocks * 512 for path in files(store))
    assert store.get("/0") is not None
    assert store.get("/1") is None
    assert store.get("/29") is not None


def test_addresses_where_nothing_is_drive_no_page_out(store):
    store.put("/real", page())
    for number in range(500):
        assert make_once(store, Rules(), f"/none/{number}").status == 404
    assert len(files(store)) == 1


def test_memory_holds_no_more_than_it_may(store):
    asked = []
    hot = HotPages(store, asked.append, most_bytes=500_000)
    for number in range(100):
        store.put(f"/{number}", page())
        assert hot.load(f"/{number}".encode(), f"/{number}") is not None
    assert hot._bytes <= 500_000
    assert hot.get(b"/0") is None
    assert hot.get(b"/99") is not None


def test_what_is_very_large_is_not_kept_and_takes_the_place_of_nothing(store):
    store.put("/a", page())
    store.put("/a", page(LARGEST))
    assert files(store) == []
    assert store.get("/a") is None


@given(st.text())
def test_no_address_names_a_file_of_its_own_choice(key):
    name = name_of(key)
    assert len(name) == 40
    assert name.isalnum()


@given(cut=st.integers(0, 10_000), flip=st.integers(0, 10_000))
def test_a_file_that_lost_or_changed_a_byte_is_no_page(cut, flip):
    whole = pages.make(200, HTML, b"<p>all of it</p>" * 40, ["k"], 7).to_bytes()
    with pytest.raises(pages.TornFile):
        pages.from_bytes(whole[: cut % len(whole)])
    place = flip % len(whole)
    changed = whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :]
    with pytest.raises(pages.TornFile):
        pages.from_bytes(changed)
