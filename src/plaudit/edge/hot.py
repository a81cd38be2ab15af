"""The pages a process holds in memory, and how long each of them may still be shown."""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from plaudit.edge.freshness import GONE, STALE, slots_of
from plaudit.edge.page import Page
from plaudit.edge.store import PageStore, replaced

MOST_BYTES = 32 * 1024 * 1024
SECOND = 1_000_000_000  # in nanoseconds
GRACE = 3 * SECOND // 10  # for how long a stale page is shown while the next one is rendered
REFRESHED = 60 * SECOND  # what is read is rendered again after so long, whatever happened:
OLDEST = 600 * SECOND  # it tells times and places that nobody marks. Older than that: not shown
ASKED_AGAIN = SECOND // 4


@dataclass(slots=True)
class Held:
    """A page in memory. Times are the monotonic clock's nanoseconds."""

    key: str
    page: Page
    file_slots: list[int]
    loaded_at: int
    refresh_at: int  # from here on another is asked for
    until: int  # and from here on this one is not shown
    compared: int = 0  # `Freshness.moved_at` when it was last compared


class HotPages:
    """By path, least recently used first. For one thread: that of the event loop.

    `ask` is told the key of a page that is wanted and should be rendered again.
    """

    def __init__(
        self, store: PageStore, ask: Callable[[str], None], most_bytes: int = MOST_BYTES
    ) -> None:
        self._store = store
        self._freshness = store.freshness
        self._ask = ask
        self._most_bytes = most_bytes
        self._bytes = 0
        self._held: OrderedDict[bytes, Held] = OrderedDict()

    def get(self, path: bytes) -> Page | None:
        """The page of a path, if it is in memory and may be shown."""
        held = self._held.get(path)
        if held is None:
            return None
        if held.compared != self._freshness.moved_at:
            self._compare(held)
        now = time.monotonic_ns()
        if now >= held.refresh_at:
            if now >= held.until:
                self._forget(path)
                return None
            held.refresh_at = now + ASKED_AGAIN
            self._ask(held.key)
        self._held.move_to_end(path)
        return held.page

    def load(self, path: bytes, key: str) -> Page | None:
        """The page of a key from memory, or from disk if it is fresh; held from now on."""
        if page := self.get(path):
            return page
        now = time.monotonic_ns()  # before the file: if it is replaced from here on, that shows
        found = self._store.get(key)
        if found is None or not self._store.is_fresh(found) or now >= found.rendered_at + OLDEST:
            return None
        self.hold(path, key, found, now)
        return found

    def hold(self, path: bytes, key: str, page: Page, loaded_at: int) -> None:
        """Keep a page in memory that was in the store at `loaded_at`."""
        self._forget(path)
        rendered = page.rendered_at
        times = (loaded_at, rendered + REFRESHED, rendered + OLDEST)
        self._held[path] = Held(key, page, slots_of([replaced(key)]), *times)
        self._bytes += page.size
        while self._bytes > self._most_bytes and len(self._held) > 1:
            self._forget(next(iter(self._held)))

    def _compare(self, held: Held) -> None:
        """Whether anything it shows was marked since, or its file was replaced."""
        held.compared = self._freshness.moved_at  # before: what is marked meanwhile shows next time
        slots, rendered = held.page.slots, held.page.rendered_at
        is_replaced = self._freshness.latest(held.file_slots, STALE) >= held.loaded_at
        if is_replaced or self._freshness.latest(slots, GONE) >= rendered:
            held.refresh_at = held.until = 0
            return
        stale_at = self._freshness.latest(slots, STALE)
        is_first = held.until == rendered + OLDEST
        if stale_at >= rendered and is_first:  # marked again, it gets no second grace
            held.refresh_at, held.until = stale_at, stale_at + GRACE

    def _forget(self, path: bytes) -> None:
        if held := self._held.pop(path, None):
            self._bytes -= held.page.size
