"""Witnesses elsewhere, each a server on the loopback: an honest one, and all kinds of others."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from plaudit.tlog import cosignatures, witnessing
from plaudit.tlog.cosignatures import CosigningKey
from plaudit.tlog.hashes import EMPTY_ROOT
from plaudit.tlog.witnessing import SIZE_TYPE

TEXT = "text/plain"
Reply = tuple[int, str, bytes]


class Honest:
    """Answers by the specification, of one log; `asked` are the requests."""

    def __init__(self, name: str = "library.example/w") -> None:
        self.key = CosigningKey.generate(name)
        self.size, self.root = 0, EMPTY_ROOT
        self.asked: list[witnessing.AddCheckpoint] = []

    def __call__(self, data: bytes) -> Reply:
        request = witnessing.parse(data)
        self.asked.append(request)
        if request.old != self.size:
            return 409, SIZE_TYPE, b"%d\n" % self.size
        request.check_growth(self.root)
        self.size, self.root = request.checkpoint.size, request.checkpoint.root
        return 200, TEXT, self.signed(request.note.text)

    def signed(self, text: str, key: CosigningKey | None = None) -> bytes:
        made = cosignatures.cosign(text, key or self.key, int(time.time()))
        return witnessing.cosignatures_encoded([made])


@contextmanager
def serving(answer: Callable[[bytes], Reply], drip: float = 0.0) -> Iterator[str]:
    """A server that answers so; yields its address. `drip`: seconds before every byte it sends."""
    ending = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            data = self.rfile.read(int(self.headers["content-length"]))
            status, kind, body = (
                answer(data) if self.path == "/w/add-checkpoint" else (404, TEXT, b"")
            )
            head = f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\nlocation: /w/add-checkpoint\r\n"
            sent = f"{head}content-length: {len(body)}\r\n\r\n".encode() + body
            for byte in [sent[n : n + 1] for n in range(len(sent))] if drip else [sent]:
                if ending.wait(drip):
                    return
                self.wfile.write(byte)

        def log_message(self, *_: object) -> None:
            """It keeps quiet."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Who asked may have gone away."""

    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/w"
    finally:
        ending.set()
        server.shutdown()
        thread.join()
        server.server_close()
