"""Sound and film, answered by the edge in the parts that players ask for (RFC 9110, 14)."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import BinaryIO

from plaudit.edge import answers
from plaudit.edge.bridge import PIECE, Receive, Scope, Send
from plaudit.edge.negotiation import has_already

NAME = re.compile(r"[0-9A-Z]{26}\.[a-z0-9]{3,4}")
RANGE = re.compile(rb"bytes=(?:([0-9]{1,18})-([0-9]{0,18})|-([0-9]{1,18}))")
FIXED = [
    (b"accept-ranges", b"bytes"),
    (b"cache-control", b"public, max-age=31536000, immutable"),  # a new file has a new name
    (b"x-content-type-options", b"nosniff"),
    (b"content-security-policy", b"default-src 'none'; sandbox"),
]


class Recordings:
    """A special of the server. What it does not find it leaves to the application."""

    def __init__(
        self,
        prefix: str,
        folder: Path,
        kinds: Mapping[str, str],
        is_host: Callable[[bytes], bool],
    ) -> None:
        """`kinds` has the media type of each ending that is served."""
        self._prefix, self._folder = prefix, folder
        self._kinds, self._is_host = kinds, is_host

    def wants(self, scope: Scope) -> bool:
        return bool(
            scope["type"] == "http"
            and scope["method"] in ("GET", "HEAD")
            and scope["path"].startswith(self._prefix)
        )

    async def answer(self, scope: Scope, _receive: Receive, send: Send) -> bool:
        """Answer; False to leave it to the application."""
        asked = dict(scope["headers"])
        name = scope["path"].removeprefix(self._prefix)
        kind = self._kinds.get(name.rpartition(".")[2])
        if not kind or not NAME.fullmatch(name) or not self._is_host(asked.get(b"host", b"")):
            return False
        try:
            file = (self._folder / name).open("rb")
        except OSError:
            return False
        with file:
            await _send(file, kind.encode(), scope["method"] == "HEAD", asked, send)
        return True


def part(asked: bytes, size: int) -> range | None:
    """The bytes that a Range header asks for; None for the whole, empty where there are none.

    Several parts at once may be answered with the whole, and so may what makes no sense.
    """
    found = RANGE.fullmatch(asked.strip())
    if not found:
        return None
    first, last, suffix = found.groups()
    if suffix is not None:
        return range(max(0, size - int(suffix)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last or size) + 1, size))


async def _send(
    file: BinaryIO, kind: bytes, is_head: bool, asked: dict[bytes, bytes], send: Send
) -> None:
    told = os.fstat(file.fileno())
    size, etag = told.st_size, f'"{told.st_mtime_ns:x}-{told.st_size:x}"'.encode()
    headers = [*FIXED, (b"content-type", kind), (b"etag", etag)]
    if has_already(asked.get(b"if-none-match", b""), etag):
        await answers.send_whole(send, 304, headers, b"")
        return
    wanted = None if is_head else part(asked.get(b"range", b""), size)
    if asked.get(b"if-range", etag) != etag:
        wanted = None
    if wanted is not None and not wanted:
        headers.append((b"content-range", b"bytes */%d" % size))
        await answers.send_whole(send, 416, [*headers, (b"content-length", b"0")], b"")
        return
    status, sent = (200, range(size)) if wanted is None else (206, wanted)
    if status == 206:
        headers.append((b"content-range", b"bytes %d-%d/%d" % (sent[0], sent[-1], size)))
    headers.append((b"content-length", b"%d" % len(sent)))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    if not is_head:
        await _pieces(file, sent, send)
    await send({"type": "http.response.body", "body": b""})


async def _pieces(file: BinaryIO, sent: range, send: Send) -> None:
    """As fast as the client takes them: a piece at a time is in memory."""
    left = len(sent)
    file.seek(sent.start)
    while left and (piece := file.read(min(PIECE, left))):
        left -= len(piece)
        await send({"type": "http.response.body", "body": piece, "more_body": True})
