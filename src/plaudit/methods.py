"""A sentence for whoever asks an address by a method it does not take."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


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
