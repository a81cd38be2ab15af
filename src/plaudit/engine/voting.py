"""Votes on the fast way: from the server to the ballot box and back, past Django's request.

What the express desk does not take goes to the ordinary application, whole, whether its body was
read by then or not. Nobody can tell the two apart by an answer.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

from plaudit.edge import answers
from plaudit.edge.bridge import Receive, Scope, Send
from plaudit.engine.ordinary import Answer
from plaudit.engine.replies import Replies
from plaudit.points import express
from plaudit.points.box import Box
from plaudit.points.express import Headers
from plaudit.points.slips import Outcome, Slip
from plaudit.stories import finding

Application = Callable[[Scope, Receive, Send], Awaitable[None]]

ADDRESS = re.compile(r"/stories/([-a-zA-Z0-9_]+)/point")


class Voting:
    """A special of the server that answers votes. For one event loop.

    `application` is the ordinary one, as ASGI; `box` are the measures of the ballot box.
    """

    def __init__(self, application: Application, **box: Any) -> None:
        self._application, self._replies = application, Replies()
        self._box = Box(finding.open_to_points, self._deliver, **box)

    def wants(self, scope: Scope) -> bool:
        return bool(
            scope["type"] == "http"
            and scope["method"] == "POST"
            and not scope["query_string"]
            and ADDRESS.fullmatch(scope["path"])
        )

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Answer a vote; False, with nothing read, to leave it to the application after all."""
        headers = express.plain(scope["headers"])
        if headers is None:
            return False
        body = await _body(receive)
        if body is None:
            return True
        reply = await self.reply(scope, headers, body)
        if reply is None:
            await self._application(scope, _again(body, receive), send)
        else:
            await answers.send_whole(send, reply.status, reply.head, reply.body)
        return True

    async def reply(self, scope: Scope, headers: Headers, body: bytes) -> Answer | None:
        """The answer to a vote that is here whole; None: it is for the ordinary application."""
        ticket = asyncio.get_running_loop().create_future()
        name = scope["path"].split("/")[2]
        address = (scope.get("client") or ("",))[0]
        slip = express.slip(name, headers, body, (scope["scheme"], address), ticket)
        if slip is None:
            return None
        if not self._box.put(slip):
            return self._replies.busy
        answer: Answer | None = await ticket
        return answer

    def close(self) -> None:
        """Count and answer what was taken in; what comes later is told to come again."""
        self._box.close()

    def _deliver(self, batch: list[tuple[Slip, Outcome]]) -> None:
        """In the box's thread: one wake-up of the loop for all of them."""
        tickets: list[Any] = [slip.ticket for slip, _ in batch]
        replies = list(zip(tickets, self._replies.to(batch), strict=True))
        with suppress(RuntimeError):  # the loop has ended, and everybody is gone
            tickets[0].get_loop().call_soon_threadsafe(_hand_out, replies)


def _hand_out(replies: list[tuple[Any, Answer | None]]) -> None:
    for ticket, reply in replies:
        if not ticket.done():
            ticket.set_result(reply)


async def _body(receive: Receive) -> bytes | None:
    """The whole body, which is short by its announced length; None if its sender has gone."""
    body = b""
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return None
        body += message.get("body", b"")
        if not message.get("more_body", False):
            return body


def _again(body: bytes, receive: Receive) -> Receive:
    """A body that was read, to be read once more."""
    messages: list[dict[str, Any]] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replayed() -> Any:
        return messages.pop() if messages else await receive()

    return replayed
