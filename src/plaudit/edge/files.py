"""Plain files of one folder, answered by the edge itself: they are named after what is in them."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from plaudit.edge import answers
from plaudit.edge.bridge import Receive, Scope, Send
from plaudit.edge.negotiation import has_already

LARGEST = 1024 * 1024  # bytes read at once by the loop; what is larger is the application's to send

# The headers of the file at a path below the prefix; None if this is the path of no such file.
Describe = Callable[[str], dict[str, str] | None]


class Files:
    """A special of the server. What it does not find it leaves to the application."""

    def __init__(
        self, prefix: str, folder: Path, describe: Describe, is_host: Callable[[bytes], bool]
    ) -> None:
        self._prefix, self._folder = prefix, folder
        self._describe, self._is_host = describe, is_host

    def wants(self, scope: Scope) -> bool:
        return bool(
            scope["type"] == "http"
            and scope["method"] in ("GET", "HEAD")
            and scope["path"].startswith(self._prefix)
            and not scope["query_string"]
        )

    async def answer(self, scope: Scope, _receive: Receive, send: Send) -> bool:
        """Answer; False to leave it to the application."""
        asked = dict(scope["headers"])
        path = scope["path"].removeprefix(self._prefix)
        described = self._describe(path)
        if described is None or not self._is_host(asked.get(b"host", b"")):
            return False
        body = self._read(path)
        if body is None:
            return False
        etag = b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"'
        headers = [(name.encode(), value.encode()) for name, value in described.items()]
        headers.append((b"etag", etag))
        if has_already(asked.get(b"if-none-match", b""), etag):
            await answers.send_whole(send, 304, headers, b"")
            return True
        headers.append((b"content-length", str(len(body)).encode()))
        await answers.send_whole(send, 200, headers, b"" if scope["method"] == "HEAD" else body)
        return True

    def _read(self, path: str) -> bytes | None:
        try:
            with (self._folder / path).open("rb") as file:
                body = file.read(LARGEST + 1)
        except OSError:
            return None
        return body if len(body) <= LARGEST else None
