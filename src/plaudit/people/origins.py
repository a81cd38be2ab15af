"""Whether a request that changes something comes from one of this site's own pages.

It stands in for CSRF tokens where pages are the same for everybody: a token would be personal.
"""

from contextlib import suppress
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest

from plaudit import settings

OWN = {"same-origin", "none"}  # "none": no page sent it, the reader did
DEFAULT_PORTS = {"http": 80, "https": 443}


class Origin(NamedTuple):
    """A web origin; ports that go without saying are said."""

    scheme: str
    host: str
    port: int | None


def is_cross_site(request: HttpRequest) -> bool:
    """Whether another site's page sent this, a sister host's included.

    Every browser of today says where a POST comes from; an older one still names the page, as its
    referrer. What says nothing is a program, which has no reader's cookies to misuse.
    """
    relation = request.headers.get("Sec-Fetch-Site")
    sender = request.headers.get("Origin", request.headers.get("Referer"))
    return is_foreign(relation, sender, _asked(request))


def is_foreign(relation: str | None, sender: str | None, asked: str) -> bool:
    """The same of what the two headers say; `asked` is the address of the host that was asked.

    `asked` is empty where that host is none of this site's.
    """
    if relation is not None:
        return relation not in OWN
    return sender is not None and parse(sender) not in _own(asked)


def parse(text: str) -> Origin | None:
    """The origin that a header or an address names; None for `null` and all that is none."""
    try:
        parts = urlsplit(text)
        port = parts.port or DEFAULT_PORTS.get(parts.scheme)
    except ValueError:
        return None
    if not parts.hostname or parts.scheme not in DEFAULT_PORTS:
        return None
    return Origin(parts.scheme, parts.hostname, port)


def _asked(request: HttpRequest) -> str:
    with suppress(DisallowedHost):
        return f"{request.scheme}://{request.get_host()}"
    return ""


def _own(asked: str) -> frozenset[Origin]:
    """The site's address, and the one this request was sent to if it is allowed."""
    return _origins(settings.load().url, asked)


@lru_cache(maxsize=64)
def _origins(*addresses: str) -> frozenset[Origin]:
    return frozenset(origin for origin in map(parse, addresses) if origin)
