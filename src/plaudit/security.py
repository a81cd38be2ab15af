"""Two content security policies: strict for readers, Wagtail's own needs for the newsroom."""

from typing import Any

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

NEWSROOM = "/newsroom/"


class ContentSecurityMiddleware(CSPMiddleware):
    """The public site gets no inline script or style at all; the newsroom's editor needs both."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        if request.path_info.startswith(NEWSROOM):
            # The attribute that django-csp reads to take another policy for one answer.
            response._csp_config = settings.NEWSROOM_SECURITY_POLICY["DIRECTIVES"]  # type: ignore[attr-defined]  # noqa: SLF001
        return super().process_response(request, response)
