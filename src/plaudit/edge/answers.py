"""Sending an answer as ASGI wants it."""

import asyncio
from contextlib import suppress

from plaudit.edge.bridge import PIECE, Answer, Receive, Scope, Send
from plaudit.edge.negotiation import accepted, is_unchanged
from plaudit.edge.page import Page

BUSY = "The site is very busy. Please try again in a few seconds."
TOO_LARGE = "This is larger than the site takes."
HEARD_OUT_SECONDS = 5
OF_CONNECTION = frozenset({"connection", "date", "keep-alive", "server", "transfer-encoding"})


async def send_page(page: Page, scope: Scope, send: Send) -> None:
    headers = dict(scope["headers"])
    found = page.in_encoding(accepted(headers.get(b"accept-encoding")))
    if is_unchanged(page, found, headers.get(b"if-none-match")):
        await send_whole(send, 304, _fields(found.head_304), b"")
    else:
        body = b"" if scope["method"] == "HEAD" else found.body
        await send_whole(send, page.status, _fields(found.head), body)


async def send(answer: Answer, scope: Scope, send: Send) -> None:
    """Read the answer piece by piece, as fast as the client takes it."""
    try:
        headers = [
            (name.lower().encode("latin-1"), value.encode("latin-1"))
            for name, value in answer.headers
            if name.lower() not in OF_CONNECTION
        ]
        await _start(send, answer.status, headers)
        has_body = scope["method"] != "HEAD" and answer.status not in (204, 304)
        while has_body and (piece := answer.body.read(PIECE)):
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    finally:
        answer.body.close()


async def say(
    send: Send, status: int, sentence: str, *more: tuple[str, str], is_all: bool = True
) -> None:
    body = sentence.encode()
    kind = ("content-type", "text/plain; charset=utf-8")
    headers = [kind, ("content-length", str(len(body))), *more]
    await _start(send, status, [(name.encode(), value.encode()) for name, value in headers])
    await send({"type": "http.response.body", "body": body, "more_body": not is_all})


async def say_too_large(receive: Receive, send: Send) -> None:
    """Say it at once, and hear the sender out for a moment before the connection is closed.

    Who is cut off while sending never reads the answer (RFC 9112, section 9.6).
    """
    await say(send, 413, TOO_LARGE, ("connection", "close"), is_all=False)
    with suppress(TimeoutError):
        async with asyncio.timeout(HEARD_OUT_SECONDS):
            while (await receive()).get("more_body", False):
                pass
    await send({"type": "http.response.body", "body": b""})


async def send_whole(
    send: Send, status: int, headers: list[tuple[bytes, bytes]], body: bytes
) -> None:
    await _start(send, status, headers)
    await send({"type": "http.response.body", "body": body})


async def _start(send: Send, status: int, headers: list[tuple[bytes, bytes]]) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})


def _fields(head: bytes) -> list[tuple[bytes, bytes]]:
    """The fields of a prepared head, which ends in a line end."""
    lines = [line.partition(b": ") for line in head.split(b"\r\n")[1:-1]]
    return [(name, value) for name, _, value in lines]
