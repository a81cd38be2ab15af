"""A site, over HTTP: patient within bounds, and never led to another host."""

import time
from collections.abc import Callable
from email.message import Message
from http.client import HTTPException, HTTPResponse
from typing import IO
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from plaudit import __version__
from plaudit.auditor.sources import Missing, Unreachable, within

TIMEOUT = 20.0  # seconds for a connection, or between two pieces of an answer
LONGEST = 120.0  # seconds for a whole answer
PAUSES = (0.5, 2.0, 5.0)  # seconds before each repeat
LONGEST_PAUSE = 30.0  # that a site may ask for
PIECE = 65_536
AGENT = f"plaudit-audit/{__version__}"
TRY_AGAIN = {408, 425, 429, 500, 502, 503, 504}
GONE = {404, 410}


class Web:
    workers = 8
    is_site = True

    def __init__(self, url: str, wait: Callable[[float], None] = time.sleep) -> None:
        """Raises Unreachable if that is not the address of a site."""
        try:
            parts = urlsplit(url)
            is_address = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            is_address = False
        if not is_address:
            raise Unreachable(f"{url!r} is not an address that begins with https:// or http://.")
        if parts.username is not None or parts.query or parts.fragment:
            raise Unreachable(f"Give the site's plain address: {parts.scheme}://{parts.hostname}")
        self.name = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"
        self._wait = wait
        self._opener = OpenerDirector()
        for handler in (
            ProxyHandler(), HTTPHandler(), HTTPSHandler(), HTTPErrorProcessor(), _SameHost(),
            HTTPDefaultErrorHandler(),
        ):  # fmt: skip
            self._opener.add_handler(handler)

    def read(self, path: str, most: int) -> bytes:
        url = f"{self.name}/{path}"
        for pause in PAUSES:
            try:
                return self._answer(url, most)
            except _TryAgain as trouble:
                self._wait(min(max(pause, trouble.seconds), LONGEST_PAUSE))
        try:
            return self._answer(url, most)
        except _TryAgain as trouble:
            raise Unreachable(f"{url} cannot be read: {trouble}.") from None

    def _answer(self, url: str, most: int) -> bytes:
        request = Request(url, headers={"User-Agent": AGENT})  # noqa: S310  (http or https)
        try:
            with self._opener.open(request, timeout=TIMEOUT) as answer:
                return within(_body(answer, most + 1), most, url)
        except HTTPError as error:
            with error:
                raise _refusal(url, error) from None
        except (OSError, HTTPException) as error:
            raise _TryAgain(_in_words(error)) from None


class _TryAgain(Exception):
    def __init__(self, reason: str, seconds: float = 0.0) -> None:
        super().__init__(reason)
        self.seconds = seconds


class _SameHost(HTTPRedirectHandler):
    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        is_upgrade = (old.scheme, new.scheme) == ("http", "https")
        if old.hostname != new.hostname or (old.netloc != new.netloc and not is_upgrade):
            raise Unreachable(
                f"{req.full_url} leads to another host, {new.netloc}: audit that one."
            )
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _body(answer: HTTPResponse, most: int) -> bytes:
    """All of it, or so many bytes; a body that is shorter than announced is a failure."""
    until = time.monotonic() + LONGEST
    pieces: list[bytes] = []
    while most > 0 and (piece := answer.read(min(PIECE, most))):
        if time.monotonic() > until:
            raise _TryAgain(f"it was not there after {LONGEST:.0f} seconds")
        pieces.append(piece)
        most -= len(piece)
    if most and answer.length:
        raise _TryAgain("the connection ended in the middle of the answer")
    return b"".join(pieces)


def _refusal(url: str, error: HTTPError) -> Exception:
    if error.code in GONE:
        return Missing(f"{url} is not there ({error.code}).")
    if error.code in TRY_AGAIN:
        asked = error.headers.get("Retry-After", "")
        return _TryAgain(f"it answers {error.code}", float(asked) if asked.isdecimal() else 0.0)
    return Unreachable(f"{url} answers {error.code}.")


def _in_words(error: Exception) -> str:
    reason = getattr(error, "reason", error)
    return str(reason).strip(".") or type(error).__name__
