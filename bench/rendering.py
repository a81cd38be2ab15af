"""Renders pages of the site in PLAUDIT_HOME, without a server: `N /path` a line, N times.

Answers a line of JSON: the status, the milliseconds of the quickest, the body of JSON pages.
"""

import json
import sys
import time
from importlib import import_module
from typing import Any
from wsgiref.util import setup_testing_defaults

from plaudit import settings
from plaudit.commands import at_work
from plaudit.engine import prepared


class Page:
    """One request, from the first byte in to the last byte out."""

    def __init__(self, application: Any, host: str, target: str) -> None:
        path, _, query = target.partition("?")
        environ: dict[str, Any] = {"HTTP_HOST": host, "PATH_INFO": path, "QUERY_STRING": query}
        environ["REMOTE_ADDR"] = "127.0.0.1"
        setup_testing_defaults(environ)
        began = time.perf_counter()
        answer = application(environ, self._start)
        self.body = b"".join(answer)
        answer.close()
        self.milliseconds = (time.perf_counter() - began) * 1e3

    def _start(self, status: str, _headers: list[tuple[str, str]], _exc: object = None) -> None:
        self.status = status[:3]


def main() -> None:
    site = settings.load()
    if not prepared.is_prepared(site.home, prepared.applied(site)):  # kept from before a change
        at_work.load_django()
        import_module("plaudit.engine.preparing").prepare(lambda *_: None)
    application = import_module("plaudit.wsgi").application
    host = site.host
    for line in sys.stdin:
        times, target = line.split()
        pages = [Page(application, host, target) for _ in range(int(times))]
        is_data = target.partition("?")[0].endswith(".json")
        said = {
            "status": pages[-1].status,
            "ms": min(page.milliseconds for page in pages),
            "body": pages[-1].body.decode() if is_data else "",
        }
        print(json.dumps(said), flush=True)


if __name__ == "__main__":
    main()
