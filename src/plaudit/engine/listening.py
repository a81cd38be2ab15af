"""Waitress, within bounds: it takes in a whole request before a thread is spent on it.

A slow or silent client therefore holds a connection, never a thread.
"""

import socket
import time
from collections.abc import Callable
from typing import Any

from waitress import wasyncore
from waitress.server import create_server

THREADS = 4
CONNECTIONS = 1000
IDLE_SECONDS = 60
LARGEST_BODY = 25 * 1024 * 1024  # an image of 20 MB and what is around it
DRAIN_SECONDS = 3.5


def bound_server(application: Any, listening: socket.socket) -> Any:
    return create_server(
        application,
        sockets=[listening],
        threads=THREADS,
        connection_limit=CONNECTIONS,
        backlog=1024,
        channel_timeout=IDLE_SECONDS,
        max_request_body_size=LARGEST_BODY,
        max_request_header_size=32 * 1024,
        asyncore_use_poll=True,
        ident="",
        # People.addresses decides whose forwarding headers are believed.
        clear_untrusted_proxy_headers=False,
        log_untrusted_proxy_headers=False,
    )


def serve(server: Any, is_ending: Callable[[], bool]) -> None:
    """Serve until asked to end, then take no new connection and finish what has begun."""
    while not is_ending():
        wasyncore.loop(timeout=5, map=server._map, use_poll=True, count=1)  # noqa: SLF001
    server.del_channel(server._map)  # noqa: SLF001
    deadline = time.monotonic() + DRAIN_SECONDS
    while _has_work(server) and time.monotonic() < deadline:
        wasyncore.loop(timeout=0.1, map=server._map, use_poll=True, count=1)  # noqa: SLF001
    server.task_dispatcher.shutdown(timeout=0.2)


def _has_work(server: Any) -> bool:
    channels = list(server.active_channels.values())
    return any(channel.requests or channel.total_outbufs_len for channel in channels)
