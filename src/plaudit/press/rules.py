"""What the edge has to know of the site: which addresses are stored pages, and how one is made."""

import time
from collections.abc import Callable, Iterable
from io import BytesIO
from typing import Any
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings as django_settings
from django.http import Http404
from django.urls import Resolver404, resolve

from plaudit import settings
from plaudit.edge import page as pages
from plaudit.edge.page import NotStorable, Page
from plaudit.edge.store import PageStore
from plaudit.people import guests, hosts
from plaudit.people.door import NEWSROOM
from plaudit.press import keys
from plaudit.press.following import drop_at_once

# What of a query changes a page, by its name in the site map; whatever else it says does not.
LISTED, PARTS = frozenset({"after", "before"}), {"sitemap_part": frozenset({"p"})}
FILES = ("/static/", "/media/images/")
CANONICAL = "/-._~!$&'()*+,;=:@"
LONGEST = 300


class SiteRules:
    """`application` is the site as WSGI."""

    def __init__(self, application: Callable[..., Iterable[bytes]], store: PageStore) -> None:
        self._application = application
        self._store = store
        self._told: set[int] = set()
        names = (guests.cookie_name(), django_settings.SESSION_COOKIE_NAME)
        self._known = [f"{name}=".encode() for name in names]

    def is_host(self, host: bytes) -> bool:
        return hosts.is_ours(host.decode("latin-1"))

    def key(self, path: str, query: str) -> str | None:
        if len(path) > LONGEST or quote(unquote(path), CANONICAL) != path:
            return None
        if path.startswith(FILES):
            return path
        name = _name(path)
        said = dict(parse_qsl(query, keep_blank_values=True)) if query else {}
        is_page = name in keys.PAGES and PARTS.get(name, LISTED).isdisjoint(said)
        return path if is_page else None

    def is_personal(self, cookie: bytes) -> bool:
        """A reader the site knows, whose pages no script has filled in so far."""
        if b"messages=" in cookie:
            return True
        return b"script=" not in cookie and any(name in cookie for name in self._known)

    def make(self, key: str) -> Page:
        """Ask the application as a stranger would."""
        rendered_at = time.monotonic_ns()
        try:
            names = [] if key.startswith(FILES) else keys.of_page(resolve(unquote(key)))
        except (Http404, Resolver404):
            raise NotStorable("there is no such page") from None
        status, headers, body = self._ask(key)
        return pages.make(status, headers, body, names, rendered_at)

    def after_change(self, path: str) -> None:
        if path.startswith(NEWSROOM):  # nowhere else is anything published or taken back
            self._told = drop_at_once(self._store.freshness, self._told)

    def _ask(self, path: str) -> tuple[int, list[tuple[str, str]], bytes]:
        site = urlsplit(settings.load().url)
        environ: dict[str, Any] = {
            "HTTP_HOST": site.netloc,
            "PATH_INFO": unquote(path).encode().decode("latin-1"),
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.url_scheme": site.scheme,
            "wsgi.input": BytesIO(),
        }
        setup_testing_defaults(environ)
        started: list[tuple[int, list[tuple[str, str]]]] = []

        def start(status: str, headers: list[tuple[str, str]], _exc_info: object = None) -> None:
            started[:] = [(int(status[:3]), headers)]

        answer = self._application(environ, start)
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        return (*started[0], body)


def _name(path: str) -> str:
    """What the site map calls the page at an address; empty if there is none."""
    try:
        return resolve(unquote(path)).url_name or ""
    except Resolver404:
        return ""
