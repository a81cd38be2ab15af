"""What the ordinary desk answers, learned once: with every header of the site's middleware.

So an answer that comes another way has the same, in the same order, whatever the settings are.
"""

from collections.abc import Callable
from typing import Any, NamedTuple
from wsgiref.util import setup_testing_defaults

from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse

from plaudit import settings
from plaudit.points import answers, parsing, refusals
from plaudit.points.slips import NO_RECEIPT
from plaudit.points.tallies import Points

Head = list[tuple[bytes, bytes]]


class Answer(NamedTuple):
    status: int
    head: Head
    body: bytes


def counted() -> Answer:
    """That a vote was counted; its body is of another vote."""
    return _dressed(lambda request: answers.counted(request, "", 0, Points(), NO_RECEIPT))


def busy() -> Answer:
    """That a vote could not be written."""
    return _dressed(lambda request: answers.refused(request, refusals.busy(), "", ""))


def _dressed(make: Callable[[HttpRequest], HttpResponse]) -> Answer:
    response = _Dressing(make).dressed(_request())
    head = [(name.lower().encode(), value.encode()) for name, value in response.items()]
    return Answer(response.status_code, head, response.content)


def _request() -> HttpRequest:
    environ: dict[str, Any] = {
        "REQUEST_METHOD": "POST",
        "HTTP_HOST": settings.load().host,
        "CONTENT_TYPE": parsing.JSON,
        "REMOTE_ADDR": "127.0.0.1",
    }
    setup_testing_defaults(environ)
    return WSGIRequest(environ)


class _Dressing(BaseHandler):
    """The site's middleware around an answer that is made already."""

    def __init__(self, make: Callable[[HttpRequest], HttpResponse]) -> None:
        self._make = make
        self.load_middleware()

    def dressed(self, request: HttpRequest) -> HttpResponse:
        """As `get_response`, without the line in the log that this is no success."""
        response: HttpResponse = self._middleware_chain(request)  # type: ignore[attr-defined]
        return response

    def _get_response(self, request: HttpRequest) -> HttpResponse:
        _ = request.user.is_authenticated  # as the desk looks, which the answer's Vary tells
        return self._make(request)
