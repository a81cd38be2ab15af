"""Runs the edge on a socket that listens already, until it is told to end."""

import contextlib
import socket
from collections.abc import Callable, Iterator

import uvicorn

from plaudit.edge.app import EdgeApp
from plaudit.edge.protocol import IDLE_SECONDS, Clock, EdgeProtocol

DRAIN_SECONDS = 3
BACKLOG = 2048


class EdgeServer(uvicorn.Server):
    """Tells the clock and looks at the late once a second; `is_ending` ends it, no signal does."""

    def __init__(self, config: uvicorn.Config, clock: Clock, is_ending: Callable[[], bool]) -> None:
        super().__init__(config)
        self._clock = clock
        self._is_ending = is_ending

    async def on_tick(self, counter: int) -> bool:
        if counter % 10 == 0:
            self._clock.tell()
            for connection in list(self.server_state.connections):
                if isinstance(connection, EdgeProtocol):
                    connection.close_if_late()
        self.should_exit = self.should_exit or self._is_ending()
        return await super().on_tick(counter)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def serve(app: EdgeApp, listening: socket.socket, is_ending: Callable[[], bool]) -> None:
    """Serve until `is_ending` says so, then take no new connection and finish what has begun."""
    clock = Clock()
    members = {"clock": clock, "find_page": staticmethod(app.find_page)}
    config = uvicorn.Config(
        app,
        http=type("Protocol", (EdgeProtocol,), members),
        ws="none",
        lifespan="off",
        loop="uvloop",
        backlog=BACKLOG,
        timeout_keep_alive=IDLE_SECONDS,
        timeout_graceful_shutdown=DRAIN_SECONDS,
        proxy_headers=False,  # people.addresses decides whose forwarding headers are believed
        server_header=False,
        access_log=False,
        log_config=None,
    )
    EdgeServer(config, clock, is_ending).run(sockets=[listening])
