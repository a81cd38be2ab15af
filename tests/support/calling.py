"""A reader who speaks HTTP and nothing else, and an editor who does."""

import http.client
import json
import time
from collections.abc import Callable
from contextlib import closing
from typing import Any
from urllib.parse import urlencode, urlsplit

from django.contrib.auth.hashers import PBKDF2PasswordHasher

from tests.support import cast
from tests.support.site import Site

PATIENCE = 30  # seconds, on a slow machine that does much else: no test is about speed


class Caller:
    """One connection at a time, each to whichever worker takes it; keeps its cookies."""

    def __init__(self, site: Site) -> None:
        self.address = self.origin = site.url
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> Any:
        connection = self._connection()
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.cookies:
            fields["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        with closing(connection):
            connection.request(method, path, body, fields)
            answer: Any = connection.getresponse()
            answer.text = answer.read().decode(errors="replace")
        for cookie in answer.headers.get_all("set-cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return answer

    def _connection(self) -> http.client.HTTPConnection:
        url = urlsplit(self.address)
        return http.client.HTTPConnection(url.hostname or "", url.port, timeout=PATIENCE)

    def get(self, path: str, **headers: str) -> Any:
        return self.ask("GET", path, **headers)

    def fills_in(self, path: str, **fields: str) -> Any:
        """Send a form of the newsroom or of the accounts."""
        self.get(path)
        fields["csrfmiddlewaretoken"] = self.cookies["csrftoken"]
        kind = "application/x-www-form-urlencoded"
        return self.ask("POST", path, urlencode(fields), Content_Type=kind, Origin=self.origin)

    def gives(self, path: str, value: int = 1) -> Any:
        """Vote as a script does."""
        body = json.dumps({"value": value})
        kind = "application/json"
        headers = {"Content_Type": kind, "Accept": kind, "Origin": self.origin}
        return self.ask("POST", f"{path}/point", body, **headers)


def editor(site: Site, caller: Caller | None = None) -> Caller:
    """Alice, signed in: directly, or through what the caller asks."""
    with site.database():
        alice = cast.alice()
        alice.password = PBKDF2PasswordHasher().encode(cast.PASSWORD, "salt")
        alice.save()
    caller = caller or Caller(site)
    answer = caller.fills_in("/accounts/login/", login="alice", password=cast.PASSWORD)
    assert answer.status == 302
    return caller


def soon(is_so: Callable[[], object], seconds: float = PATIENCE) -> float:
    """Wait until it is so; the seconds that took."""
    began = time.monotonic()
    while not is_so():
        assert time.monotonic() < began + seconds, f"not within {seconds} s"
        time.sleep(0.02)
    return time.monotonic() - began
