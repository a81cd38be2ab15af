"""nginx, to measure against: one worker, its own folder and port, nobody's rights."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench import asking, programs
from tests.support.ports import free_port

# As Debian sets it up, but for the log of every request, which Plaudit does not write either.
CONFIGURATION = """\
worker_processes 1;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  sendfile on;
  tcp_nopush on;
  types_hash_max_size 2048;
  keepalive_requests 1000000;
  default_type "text/html; charset=utf-8";
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
{servers}
}}
"""
STATIC = """\
  server {{
    listen 127.0.0.1:{port};
    root {folder}/files;
    location /gzip/ {{ add_header Content-Encoding gzip; add_header Vary Accept-Encoding; }}
    location /br/ {{ add_header Content-Encoding br; add_header Vary Accept-Encoding; }}
  }}
"""
START_SECONDS = 10


@contextmanager
def static(files: Mapping[str, bytes]) -> Iterator[str]:
    """Serve these bytes as files for as long as the block lasts; yields the address."""
    port = free_port()
    with folder() as place:
        for name, content in files.items():
            path = place / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        with serving(place, STATIC.format(port=port, folder=place)):
            url = f"http://127.0.0.1:{port}"
            wait_for(f"{url}/{next(iter(files))}")
            yield url


@contextmanager
def serving(place: Path, servers: str) -> Iterator[None]:
    """Run nginx with these `server` blocks."""
    program = programs.need("nginx", "nginx-light")
    (place / "nginx.conf").write_text(CONFIGURATION.format(folder=place, servers=servers))
    for path in (place, *place.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if programs.is_root():
            shutil.chown(path, "nobody", "nogroup")
    process = subprocess.Popen(
        [*programs.unprivileged(), program, "-p", place, "-c", place / "nginx.conf"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait(10)


@contextmanager
def folder() -> Iterator[Path]:
    """Where nobody may read it too."""
    with tempfile.TemporaryDirectory(prefix="plaudit-nginx-") as name:
        yield Path(name)


def wait_for(url: str) -> None:
    """Until it serves this."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            if asking.get(url).status == 200:
                return
        except OSError:
            pass
        time.sleep(0.05)
    raise SystemExit(f"nginx did not serve {url}.")
