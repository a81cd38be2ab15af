"""A server process: waitress in front of Django."""

import argparse
import gc
import os
import socket
from typing import Any
from wsgiref.util import setup_testing_defaults

from plaudit import settings
from plaudit.engine.asked import Asked
from plaudit.engine.listening import bound_server, serve
from plaudit.wsgi import application


def greet(application: Any, host: str) -> bool:
    """Ask the application for the front page once, so that the first reader finds it warm."""
    statuses: list[str] = []
    environ: dict[str, Any] = {"HTTP_HOST": host, "PATH_INFO": "/", "REMOTE_ADDR": "127.0.0.1"}
    setup_testing_defaults(environ)
    answer = application(environ, lambda status, headers, exc_info=None: statuses.append(status))
    for _ in answer:
        pass
    answer.close()
    return bool(statuses) and not statuses[0].startswith("5")


def run(options: argparse.Namespace) -> int:
    """Serve on a socket that listens already; say on `ready` when the site answers."""
    server = bound_server(application, socket.socket(fileno=options.socket))
    asked = Asked(also=server.pull_trigger)  # which wakes it up, by a byte in a pipe as well
    os.write(options.ready, b"+" if greet(application, settings.load().host) else b"-")
    gc.freeze()  # what is loaded by now stays: no need to look through it again and again
    serve(server, lambda: asked.wait(0))
    return 0
