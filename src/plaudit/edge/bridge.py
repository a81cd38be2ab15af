"""From the event loop to a WSGI application in threads, and back, within bounds.

A thread is spent on a request only once the whole body is here, and is free again once the whole
answer is: a slow client holds a connection and a temporary file, never a thread.
"""

import asyncio
import io
import sys
import tempfile
from collections.abc import Callable, Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, BinaryIO, NamedTuple, cast

Scope = MutableMapping[str, Any]
Receive = Callable[[], Any]
Send = Callable[[MutableMapping[str, Any]], Any]
Application = Callable[..., Iterable[bytes]]

IN_MEMORY = 256 * 1024
PIECE = 128 * 1024
ONCE = {"CONTENT_LENGTH", "CONTENT_TYPE", "HTTP_HOST"}  # joined by commas they would be nonsense


class TooLarge(Exception):
    """The body is larger than is taken."""


class Gone(Exception):
    """The client went away before its request was whole."""


class FileWrapper:
    """What `wsgi.file_wrapper` makes: a file that the loop can read by itself."""

    def __init__(self, file: BinaryIO, _block_size: int = 0) -> None:
        self.file = file
        self.close = getattr(file, "close", lambda: None)

    def __iter__(self) -> Iterable[bytes]:  # for middleware that looks into the answer
        return iter(lambda: self.file.read(PIECE), b"")


class Answer(NamedTuple):
    """A whole answer; `body` is to be read from where it stands, and closed."""

    status: int
    headers: list[tuple[str, str]]
    body: BinaryIO


class Bridge:
    """Runs a WSGI application in a few threads."""

    def __init__(self, application: Application, threads: int, largest_body: int) -> None:
        self._application = application
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="django")
        self._largest_body = largest_body
        self.waiting = 0

    async def answer(self, scope: Scope, receive: Receive) -> Answer:
        """Take in the request whole, and run the application on it. Raises TooLarge, Gone."""
        body = await self._body(scope, receive)
        return await self.run(self._respond, environ_of(scope, body))

    async def run(self, work: Callable[..., Any], *arguments: Any) -> Any:
        """Do something in one of the threads."""
        self.waiting += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._pool, work, *arguments)
        finally:
            self.waiting -= 1

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    async def _body(self, scope: Scope, receive: Receive) -> BinaryIO:
        announced = dict(scope["headers"]).get(b"content-length", b"0")
        if int(announced) > self._largest_body:
            raise TooLarge
        body = cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
        length, is_more = 0, True
        while is_more:
            message = await receive()
            if message["type"] == "http.disconnect":
                body.close()
                raise Gone
            length += len(message["body"])
            if length > self._largest_body:
                body.close()
                raise TooLarge
            body.write(message["body"])
            is_more = message["more_body"]
        body.seek(0, io.SEEK_END)
        return body

    def _respond(self, environ: dict[str, Any]) -> Answer:
        started: list[tuple[int, list[tuple[str, str]]]] = []

        def start_response(
            status: str, headers: list[tuple[str, str]], _exc_info: object = None
        ) -> Callable[[bytes], None]:
            started[:] = [(int(status.split(" ", 1)[0]), headers)]
            return lambda _data: None

        found = self._application(environ, start_response)
        environ["wsgi.input"].close()
        if isinstance(found, FileWrapper):
            return Answer(*started[0], found.file)
        body = cast(BinaryIO, tempfile.SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115
        try:
            for piece in found:
                body.write(piece)
        finally:
            getattr(found, "close", lambda: None)()
        body.seek(0)
        return Answer(*started[0], body)


def environ_of(scope: Scope, body: BinaryIO) -> dict[str, Any]:
    """The request as WSGI (PEP 3333) tells it. `body` stands at its end, and is rewound."""
    length = body.tell()
    body.seek(0)
    host, port = scope["server"] or ("localhost", 80)
    client = scope["client"] or ("", 0)
    environ: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "SERVER_NAME": host,
        "SERVER_PORT": str(port),
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        "wsgi.file_wrapper": FileWrapper,
    }
    for raw_name, raw_value in scope["headers"]:
        _add(environ, raw_name.decode("latin-1"), raw_value.decode("latin-1"))
    environ["CONTENT_LENGTH"] = str(length)  # counted, whatever was announced
    return environ


def _add(environ: dict[str, Any], name: str, value: str) -> None:
    if "_" in name:
        return  # it would pass for another that has a hyphen there
    key = name.upper().replace("-", "_")
    key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
    if key in environ and key not in ONCE:
        value = environ[key] + ("; " if key == "HTTP_COOKIE" else ", ") + value
    environ[key] = value
