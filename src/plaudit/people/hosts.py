"""The names the site answers to, for requests that are looked at without Django's own."""

from functools import lru_cache

from django.conf import settings
from django.http.request import split_domain_port, validate_host


@lru_cache(maxsize=256)
def is_ours(host: str) -> bool:
    """As `HttpRequest.get_host` sees it; with a port or without."""
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)
