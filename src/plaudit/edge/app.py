"""What answers when a first look was not enough: the page store, a new page, or the application."""

import asyncio
import logging
import os
import time
from typing import Protocol

from plaudit.edge import answers, look
from plaudit.edge.bridge import Bridge, Gone, Receive, Scope, Send, TooLarge
from plaudit.edge.hot import REFRESHED, HotPages
from plaudit.edge.page import NotStorable, Page
from plaudit.edge.store import PageStore

log = logging.getLogger("plaudit.edge")

MOST_WAITING = 500  # requests for the threads; who comes then is asked to come again
SAFE = ("GET", "HEAD", "OPTIONS")
HANDLED_ELSEWHERE = frozenset({b"range", b"if-range", b"if-match", b"if-unmodified-since"})


class Rules(Protocol):
    """What the edge has to be told about the site."""

    def is_host(self, host: bytes) -> bool:
        """Whether the site answers to this name."""

    def key(self, path: str, query: str) -> str | None:
        """The key of the stored page at an address as it was written; None if none is stored."""

    def is_personal(self, cookie: bytes) -> bool:
        """Whether this reader's page is made for nobody else: no script fills in what is theirs."""

    def make(self, key: str) -> Page:
        """Make a page, the same for everybody, in a thread. Raises NotStorable."""

    def after_change(self, path: str) -> None:
        """A request to a path that may have changed something was carried out, not yet answered."""


class Special(Protocol):
    """Something that answers a request by itself, in place of the application."""

    def wants(self, scope: Scope) -> bool: ...

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Answer; False, with nothing read, to leave it to the application after all."""


class EdgeApp:
    """An ASGI application around a WSGI one. Wanted pages are named to `asks`, if it is a file."""

    def __init__(
        self,
        store: PageStore,
        rules: Rules,
        bridge: Bridge,
        asks: int = -1,
    ) -> None:
        self.hot = HotPages(store, self._ask)
        self._store = store
        self._rules = rules
        self._bridge = bridge
        self.specials: list[Special] = []
        self._asks = asks
        self._being_made: dict[str, asyncio.Future[Page | None]] = {}

    def find_page(self, asked: look.Plain) -> Page | None:
        """The page in memory that answers a plain GET."""
        if not self._rules.is_host(asked.host):
            return None
        if asked.cookie and self._rules.is_personal(asked.cookie):
            return None
        return self.hot.get(asked.path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        for special in self.specials:
            if special.wants(scope) and await special.answer(scope, receive, send):
                return
        key = self._key(scope)
        page = await self._page(key) if key else None
        if page:
            await answers.send_page(page, scope, send)
        else:
            await self.ask_application(scope, receive, send)

    def _key(self, scope: Scope) -> str | None:
        """The key of the page that answers a request; None if the application has to."""
        headers = dict(scope["headers"])
        is_special = scope["method"] not in ("GET", "HEAD") or HANDLED_ELSEWHERE & headers.keys()
        if is_special or not self._rules.is_host(headers.get(b"host", b"")):
            return None
        cookies = b"; ".join(value for name, value in scope["headers"] if name == b"cookie")
        if self._rules.is_personal(cookies):
            return None
        path, query = scope["raw_path"].decode("latin-1"), scope["query_string"].decode("latin-1")
        return self._rules.key(path, query)

    async def _page(self, key: str) -> Page | None:
        """The page of a key; a thousand readers at once are one making."""
        path = key.encode("latin-1")
        if page := self.hot.load(path, key):
            return page
        making = self._being_made.get(key)
        if making is None:
            if self._bridge.waiting > MOST_WAITING:
                return None
            making = asyncio.ensure_future(self._bridge.run(self._make, key))
            self._being_made[key] = making
            making.add_done_callback(lambda _: self._being_made.pop(key, None))
        return await asyncio.shield(making)

    def _make(self, key: str) -> Page | None:
        try:
            return make_once(self._store, self._rules, key)
        except NotStorable as reason:
            log.debug("%s is not stored: %s", key, reason)
            return None

    def _ask(self, key: str) -> None:
        """Name a page that is wanted anew; whoever makes it may be behind, or away."""
        if self._asks >= 0:
            try:
                os.write(self._asks, key.encode("latin-1") + b"\n")
            except BlockingIOError:
                log.debug("%s was not asked for: too much is", key)

    async def ask_application(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the application answer, in a thread."""
        if self._bridge.waiting > MOST_WAITING:
            await answers.say(send, 503, answers.BUSY, ("retry-after", "5"))
            return
        try:
            answer = await self._bridge.answer(scope, receive)
        except Gone:
            return
        except TooLarge:
            await answers.say_too_large(receive, send)
            return
        if scope["method"] not in SAFE:
            await self._bridge.run(self._rules.after_change, scope["path"])
        await answers.send(answer, scope, send)


def make_once(store: PageStore, rules: Rules, key: str) -> Page:
    """The fresh page of a key, made here unless another process makes it. Raises NotStorable."""
    with store.making(key):
        found = store.get(key)
        if found and store.is_fresh(found) and time.monotonic_ns() < found.rendered_at + REFRESHED:
            return found
        page = rules.make(key)
        if page.status != 404:  # of addresses where nothing is there is no end
            store.put(key, page)
        return page
