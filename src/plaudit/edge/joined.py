"""Head and body of an answer in one piece: uvicorn writes them one by one, which costs the system
twice, and the reader a packet."""

import asyncio

HEAD, NOT_YET = b"HTTP/1.1 ", b"HTTP/1.1 1"  # 100: the answer is still to come


class Joined(asyncio.WriteTransport):
    """What an answer is written to, in place of the connection: a head waits for what follows it.

    Whoever uses it says `flush` when an answer is complete: there may be no body.
    """

    def __init__(self, transport: asyncio.Transport) -> None:
        super().__init__()
        self._transport = transport
        self._head = b""

    def write(self, data: bytes) -> None:  # type: ignore[override]  # uvicorn writes nothing else
        if not self._head and data.startswith(HEAD) and not data.startswith(NOT_YET):
            self._head = data
            return
        head, self._head = self._head, b""
        self._transport.write(head + data if head else data)

    def flush(self) -> None:
        if self._head:
            self.write(b"")

    def close(self) -> None:
        self.flush()
        self._transport.close()

    def is_closing(self) -> bool:
        return self._transport.is_closing()
