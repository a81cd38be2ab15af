"""HTTP on a connection: uvicorn's, with a first look, a bounded head, and patience that ends."""

import asyncio
import time
from collections.abc import Callable
from typing import Any

from uvicorn.config import Config
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from plaudit.edge import look, target
from plaudit.edge.joined import Joined
from plaudit.edge.negotiation import accepted, is_unchanged
from plaudit.edge.page import Page

LARGEST_HEAD = 32 * 1024
MOST_CONNECTIONS = 4000
HEAD_SECONDS = 15.0  # for the whole head of a request to come in
IDLE_SECONDS = 60  # between two requests, or two pieces of a body or an answer
CLOSE = b"connection: close\r\ncontent-length: 0\r\n\r\n"
TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\n" + CLOSE
TOO_MANY = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\n" + CLOSE

# The page that answers a plain GET, or None: then the application has to.
FindPage = Callable[[look.Plain], Page | None]


class Unclear(ValueError):
    """Two hosts are named, or none: the parser reports it as no proper request."""


class Clock:
    """The time, told once a second: for deadlines, and as the line that ends a prepared head."""

    def __init__(self) -> None:
        self.tell()

    def tell(self) -> None:
        self.now = time.monotonic()
        self.date = time.strftime("date: %a, %d %b %Y %H:%M:%S GMT\r\n\r\n", time.gmtime()).encode()


class EdgeProtocol(HttpToolsProtocol):
    """Answers a plain GET of a page in memory at once; hands all else to uvicorn's own ways."""

    find_page: FindPage
    clock: Clock

    def __init__(
        self,
        config: Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.access_log = False
        self.deadline = self.clock.now + HEAD_SECONDS
        self._is_over = False  # the client has sent its last
        self._is_between = True  # nothing of a next request has come in
        self._head_bytes = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.joined = Joined(transport)
        if len(self.connections) > MOST_CONNECTIONS:
            transport.write(TOO_MANY)
            transport.close()

    def data_received(self, data: bytes) -> None:
        if self._is_between and self._is_at_rest():
            path = look.path_of(data)
            if path and self._is_answered(path, data):
                self._unset_keepalive_if_required()
                self.deadline = self.clock.now + IDLE_SECONDS
                return
        self._parse(data)

    def eof_received(self) -> bool:  # type: ignore[override]  # asyncio asks what uvicorn leaves
        """Whether to keep the connection: for the answers that are not yet out."""
        self._is_over = True
        return self._is_at_work()

    def _is_at_work(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle  # None before the first request
        return cycle is not None and not cycle.response_complete

    def _is_at_rest(self) -> bool:
        return not (self._is_at_work() or self.flow.write_paused or self.transport.is_closing())

    def _is_answered(self, path: bytes, data: bytes) -> bool:
        asked = look.plain(data, path)
        if asked is None or (page := self.find_page(asked)) is None:
            return False
        found = page.in_encoding(accepted(asked.accept_encoding))
        if is_unchanged(page, found, asked.if_none_match):
            self.transport.write(found.head_304 + self.clock.date)
        else:
            self.transport.write(b"".join((found.head, self.clock.date, found.body)))
        return True

    def _parse(self, data: bytes) -> None:
        if self._is_between:
            self._is_between = False
            self._head_bytes = 0
            self.deadline = self.clock.now + HEAD_SECONDS
        if self._head_bytes >= 0:
            self._head_bytes += len(data)
        else:
            self.deadline = self.clock.now + IDLE_SECONDS
        super().data_received(data)
        if self._head_bytes > LARGEST_HEAD and not self.transport.is_closing():
            self.transport.write(TOO_LARGE)
            self.transport.close()

    def on_headers_complete(self) -> None:
        self._head_bytes = -1  # it is in; from here on the body is what comes
        self.deadline = self.clock.now + IDLE_SECONDS
        if not target.is_clear(self.url, self.headers, self.parser.get_http_version()):
            raise Unclear
        super().on_headers_complete()
        self.cycle.transport = self.joined  # type: ignore[assignment]  # it only writes and closes

    def on_message_complete(self) -> None:
        super().on_message_complete()
        self._is_between = True
        self.deadline = float("inf")  # it is the application's turn, and that has bounds of its own

    def on_response_complete(self) -> None:
        self.joined.flush()
        super().on_response_complete()
        self.deadline = self.clock.now + IDLE_SECONDS
        if self._is_over and not self._is_at_work():
            self.transport.close()

    def close_if_late(self) -> None:
        if self.deadline < self.clock.now and not self.transport.is_closing():
            self.transport.abort() if self.flow.write_paused else self.transport.close()
