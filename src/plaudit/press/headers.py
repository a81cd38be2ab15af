"""Who may keep a page: caches for a moment, browsers to ask whether it is still the same."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control

from plaudit.press import keys

# To a browser: ask each time. To a cache in front: one second, and then an old page while the
# next is fetched (RFC 5861; CDN-Cache-Control is RFC 9213).
SHARED = "public, max-age=0, must-revalidate, s-maxage=1, stale-while-revalidate=10"
CDN = "max-age=1, stale-while-revalidate=10"


class PageHeadersMiddleware:
    """Says for the pages that are stored who may keep them, where a view has said nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        found = request.resolver_match
        if found is None or found.url_name not in keys.PAGES:
            return response
        if "Cache-Control" in response.headers:
            return response
        if request.COOKIES:
            patch_cache_control(response, private=True, no_cache=True)
        else:
            response["Cache-Control"] = SHARED
            response["CDN-Cache-Control"] = CDN
        return response
