"""What holds for every request: no NUL in its address, and one of two content security policies.

The policies: strict for readers, Wagtail's own needs for the newsroom.
"""

from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from plaudit.people.door import NEWSROOM


class NulMiddleware:
    """Refuses an address with a NUL: no text has one, and PostgreSQL would fail on it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            raise BadRequest("A NUL in the address")
        return self.get_response(request)


class ContentSecurityMiddleware(CSPMiddleware):
    """The public site gets no inline script or style at all; the newsroom's editor needs both."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        if request.path_info.startswith(NEWSROOM):
            # The attribute that django-csp reads to take another policy for one answer.
            response._csp_config = settings.NEWSROOM_SECURITY_POLICY["DIRECTIVES"]  # type: ignore[attr-defined]  # noqa: SLF001
        return super().process_response(request, response)
