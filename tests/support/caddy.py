"""Caddy in front of a site, by the configuration that operators are given."""

import http.client
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench import programs
from tests.support.ports import free_port

READY_MADE = programs.ROOT / "docs" / "operators" / "Caddyfile"
NAME, UPSTREAM = "news.example", "127.0.0.1:8000"  # what the configuration is written with
PATIENCE = 45  # more than Caddy's own, which waits for a site that starts
# What stands before it here: ports of ours, certificates of its own making, all in one folder.
OURS = """\
{{
	admin off
	local_certs
	skip_install_trust
	default_bind 127.0.0.1
	http_port {http}
	https_port {https}
	storage file_system {folder}/storage
}}
"""


@dataclass(frozen=True)
class Front:
    """Where Caddy listens, and whom to trust there."""

    http: int
    https: int
    trusted: ssl.SSLContext

    def connect(self, source: str = "127.0.0.1") -> ssl.SSLSocket:
        """To the site's name, from an address of this machine."""
        plain = socket.create_connection(("127.0.0.1", self.https), PATIENCE, (source, 0))
        return self.trusted.wrap_socket(plain, server_hostname=NAME)


class Connection(http.client.HTTPSConnection):
    """To the site by its name, which is Caddy here."""

    def __init__(self, front: Front, source: str) -> None:
        super().__init__(NAME, timeout=PATIENCE)
        self._front, self._source = front, source

    def connect(self) -> None:
        self.sock = self._front.connect(self._source)


@contextmanager
def before(upstream: int) -> Iterator[Front]:
    """Caddy in front of whatever listens on a port."""
    ports = free_port(), free_port()
    with tempfile.TemporaryDirectory(prefix="plaudit-caddy-") as name:
        folder = Path(name)
        ours = OURS.format(http=ports[0], https=ports[1], folder=folder)
        theirs = READY_MADE.read_text().replace(UPSTREAM, f"127.0.0.1:{upstream}")
        (folder / "Caddyfile").write_text(ours + theirs)
        if programs.is_root():
            shutil.chown(folder, "nobody", "nogroup")
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                [*programs.unprivileged(), "caddy", "run", "--config", folder / "Caddyfile"],
                env={"HOME": name, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            yield Front(*ports, _trusted(folder, process))
        finally:
            process.terminate()
            process.wait(PATIENCE)


def _trusted(folder: Path, process: "subprocess.Popen[bytes]") -> ssl.SSLContext:
    """Once Caddy has made its certificates."""
    root = folder / "storage/pki/authorities/local/root.crt"
    leaf = folder / f"storage/certificates/local/{NAME}/{NAME}.crt"
    deadline = time.monotonic() + PATIENCE
    while not (root.is_file() and leaf.is_file()):
        if process.poll() is not None or time.monotonic() > deadline:
            raise AssertionError(f"Caddy did not start:\n{(folder / 'log').read_text()[-4000:]}")
        time.sleep(0.05)
    return ssl.create_default_context(cafile=root)
