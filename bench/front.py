"""nginx in front of Plaudit, by the ready-made configuration.

This is the place where that configuration is plugged in: as soon as READY_MADE is there, its
`server` blocks are run with our addresses and folders in place of those it is written with.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from bench import nginx, programs
from bench.running import Running
from tests.support.ports import free_port

READY_MADE = programs.ROOT / "docs" / "operators" / "nginx.conf"
WRITTEN_FOR = {
    "upstream": "127.0.0.1:8000",
    "home": "/srv/plaudit",
    "cache": "/var/cache/nginx/plaudit",
}


def is_there() -> bool:
    return READY_MADE.is_file()


@contextmanager
def of(site: Running) -> Iterator[str]:
    """nginx in front of a running site; yields its address."""
    port = free_port()
    with nginx.folder() as place:
        text = READY_MADE.read_text().replace(WRITTEN_FOR["cache"], str(place / "cache"))
        with nginx.serving(place, plugged_in(text, site, port)):
            url = f"http://127.0.0.1:{port}"
            nginx.wait_for(f"{url}/")
            yield url


def plugged_in(text: str, site: Running, port: int) -> str:
    """The configuration, on a port of ours and in front of this site; without certificates."""
    text = text.replace(WRITTEN_FOR["upstream"], f"127.0.0.1:{site.port}")
    text = text.replace(WRITTEN_FOR["home"], str(site.home))
    text = re.sub(r"^\s*(ssl_\w+|http2)\b.*;$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\blisten\s+[^;]*;", "", text)
    return re.sub(r"\bserver\s*\{", f"server {{ listen 127.0.0.1:{port};", text)
