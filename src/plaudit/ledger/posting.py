"""What is sent to a witness over HTTP, within bounds.

Nobody is waited for beyond the time, little is read, no redirect is followed, and nothing goes out
in the clear but to this machine itself.
"""

import re
import socket
import threading
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit

from plaudit import __version__
from plaudit.refusal import Refusal
from plaudit.tlog.witnessing import SIZE_TYPE

SECONDS = 5.0  # for all witnesses together, who are asked at once
MOST_BYTES = 100_000  # of an answer: the cosignatures of a hundred keys are less
LONGEST_ADDRESS = 500
CALL = "/add-checkpoint"
HEADERS = {
    "User-Agent": f"plaudit/{__version__}",
    "Content-Type": "text/plain; charset=utf-8",
    "Accept": f"text/plain, {SIZE_TYPE}",
    "Connection": "close",
}


class Post(NamedTuple):
    """A request: to which witness (its submission prefix), and what."""

    address: str
    data: bytes


class Answer(NamedTuple):
    status: int
    kind: str  # the media type, without parameters
    body: bytes


class Unanswered(Exception):
    """There is no answer that could be read; the message says why, in a sentence."""


def address_from(text: str) -> str:
    """A witness's submission prefix, as it is used. Raises Refusal."""
    wanted = "https://rival.example/ledger/witness is one"
    try:
        parts = urlsplit(text)
        is_one = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_one = False
    plain = re.fullmatch("[!-~]+", text) and len(text) <= LONGEST_ADDRESS
    if not plain or not is_one or parts.scheme not in {"https", "http"}:
        raise Refusal(f"{text[:80]!r} is not the address of a witness: {wanted}.")
    if parts.username is not None or parts.query or parts.fragment:
        raise Refusal(f"Only host, port and path belong into the address of a witness: {wanted}.")
    if parts.scheme == "http" and not _is_here(parts.hostname or ""):
        raise Refusal("A witness on another machine is asked by https:// only.")
    path = parts.path.removesuffix("/").removesuffix(CALL).rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{path}"


def post_all(posts: Sequence[Post]) -> list[Answer | Unanswered]:
    """Send all at once; the answers in their order. Takes no longer than SECONDS."""
    calls = [_Call(post, SECONDS) for post in posts]
    until = time.monotonic() + SECONDS
    for call in calls:
        call.start()
    for call in calls:
        call.join(max(0.0, until - time.monotonic()))
    return [call.outcome() for call in calls]


class _Call(threading.Thread):
    """One request in a thread of its own, which ends soon after it is no longer waited for."""

    def __init__(self, post: Post, seconds: float) -> None:
        super().__init__(name="witness", daemon=True)
        self._post, self._seconds, self._is_cut = post, seconds, False
        self._connection: HTTPConnection | None = None
        self._found: Answer | Unanswered = Unanswered(f"It did not answer within {seconds:g} s.")

    def run(self) -> None:
        found: Answer | Unanswered
        try:
            with closing(_connection(self._post.address, self._seconds)) as self._connection:
                found = self._answer(self._connection)
        except (OSError, HTTPException, ValueError, Refusal) as error:
            said = str(error) or type(error).__name__
            found = Unanswered(f"It cannot be asked: {said.rstrip('.')}.")
        except Unanswered as refusal:
            found = refusal
        if not self._is_cut:
            self._found = found

    def outcome(self) -> Answer | Unanswered:
        """What has come so far; what comes later is not read."""
        if self.is_alive():
            self._is_cut = True
            if self._connection and self._connection.sock:
                with suppress(OSError):
                    socket.socket.shutdown(self._connection.sock, socket.SHUT_RDWR)
        return self._found

    def _answer(self, connection: HTTPConnection) -> Answer:
        connection.connect()
        if self._is_cut:  # there was no socket yet that could have been shut
            raise Unanswered("It was reached too late.")
        path = urlsplit(self._post.address).path + CALL
        connection.request("POST", path, self._post.data, HEADERS)
        return _read(connection.getresponse())


def _read(answer: HTTPResponse) -> Answer:
    body = answer.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise Unanswered(f"Its answer has more than {MOST_BYTES:,} bytes.")
    if answer.length:
        raise Unanswered("Its answer ended in the middle.")
    kind = answer.headers.get_content_type() if "content-type" in answer.headers else ""
    return Answer(answer.status, kind, body)


def _connection(address: str, seconds: float) -> HTTPConnection:
    parts = urlsplit(address_from(address))
    kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
    return kind(parts.hostname or "", parts.port, timeout=seconds)


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
