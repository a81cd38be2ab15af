"""What the method of a request changes in its answer."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware


class WrongMethodMiddleware:
    """Fills the answers 405, which Django leaves empty."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 405 and not response.streaming and not response.content:
            response.content = f"This address takes {response['Allow']} only.\n"
            response["Content-Type"] = "text/plain; charset=utf-8"
        return response


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages. What a POST is answered in JSON is short, and much of a receipt is random
    letters: it goes as it is, as it does on the fast way of votes."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if request.method == "POST" and response.headers.get("Content-Type") == "application/json":
            return response
        return super().process_response(request, response)
