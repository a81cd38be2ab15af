"""Serve a site: everything one machine needs, until it is told to stop.

  plaudit run                                  http://127.0.0.1:8000, for a browser on this machine
  plaudit run --host 0.0.0.0 --port 8080       for others, too
  plaudit --home /srv/gazette run --workers 2  a busier site, from anywhere

It starts a server, the tick that counts points and places stories, and the background tasks, and
keeps them running. Ctrl-C or SIGTERM ends all of them within five seconds; nothing is lost. The
first start, and the first after an upgrade, brings the database up to date.
"""

import argparse
import errno
import os
import signal
import socket
import sys
from importlib import import_module
from pathlib import Path

from plaudit.commands import at_work, numbers
from plaudit.commands.progress import Progress
from plaudit.edge import store
from plaudit.engine import behind, forking, prepared
from plaudit.ledger import keys
from plaudit.refusal import Refusal
from plaudit.settings import Settings

BACKLOG = 1024
# Two arenas in place of one a thread: glibc gives back what a burst of requests took.
SURROUNDINGS = {"MALLOC_ARENA_MAX": "2", "DJANGO_SETTINGS_MODULE": "plaudit.django_settings"}
PAGES = "pages"  # the folder of the page stores, a run each
NO_HOST = "--host {} is no address of this machine: try 127.0.0.1 or 0.0.0.0."


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (%(default)s)")
    parser.add_argument(
        "--port", default=8000, type=numbers.whole(1, 65535), help="port (%(default)s)"
    )
    parser.add_argument(
        "--workers", default=1, type=numbers.whole(1, 64), help="server processes (%(default)s)"
    )


def run(options: argparse.Namespace) -> int:
    site = at_work.read_settings()
    serve(site, listen(options.host, options.port), options.workers)
    return 0


def serve(site: Settings, listening: socket.socket, workers: int) -> None:
    """Make ready what is not, then become the supervisor. Does not return."""
    check_writable(site.home)
    for key in (keys.signer, keys.ack_signer):
        key()  # no vote is taken that cannot be acknowledged
    if not prepared.is_prepared(site.home, prepared.applied(site)):
        at_work.load_django()
        import_module("plaudit.engine.preparing").prepare(Progress())
    behind.check(site)
    become_supervisor(listening, workers, site.home / PAGES)


def listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except socket.gaierror:
        raise Refusal(NO_HOST.format(host)) from None
    family, kind, protocol, _, address = found[0]
    listening = socket.socket(family, kind, protocol)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        raise Refusal(_why_not(error, host, port)) from None
    return listening


def _why_not(error: OSError, host: str, port: int) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            return (
                f"Port {port} is taken by another program: "
                f"stop that one, or choose another port with --port {port + 1} "
                f"(make demo PORT={port + 1})."
            )
        case errno.EACCES:
            return f"Port {port} is for root only: choose one above 1023, such as --port 8000."
        case errno.EADDRNOTAVAIL:
            return NO_HOST.format(host)
        case _:
            return f"Cannot listen on {host} port {port}: {error.strerror}."


def check_writable(home: Path) -> None:
    probe = home / f".writable-{os.getpid()}"
    try:
        probe.write_bytes(b"x" * 65536)
    except OSError as error:
        raise Refusal(f"Cannot write in {home}: {error.strerror}. See `plaudit doctor`.") from None
    finally:
        probe.unlink(missing_ok=True)


def become_supervisor(listening: socket.socket, workers: int, pages: Path) -> None:
    host, port = listening.getsockname()[:2]
    folder, owner = store.claim(pages)
    for kept in (listening.fileno(), owner):
        os.set_inheritable(kept, True)
    url = f"http://{f'[{host}]' if ':' in host else host}:{port}"
    sys.stdout.flush()
    # The supervisor takes a second to load; whoever asks it to end meanwhile is heard then.
    signal.pthread_sigmask(signal.SIG_BLOCK, forking.HEARD)
    os.execve(  # noqa: S606  (our own module, no shell wanted)
        sys.executable,
        [
            *(sys.executable, "-m", "plaudit.engine.supervisor"),
            *(f"--socket={listening.fileno()}", f"--workers={workers}", f"--url={url}"),
            f"--pages={folder}",
        ],
        os.environ | SURROUNDINGS,
    )
