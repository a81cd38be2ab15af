"""A guest: nobody's name, a random secret in the guest's own cookie and nowhere else."""

import binascii
import secrets
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from functools import lru_cache

from django.http import HttpRequest, HttpResponse

from plaudit import settings

SECRET_BYTES = 32
YEAR = 365 * 24 * 3600


def cookie_name() -> str:
    """`__Host-` binds the cookie to this host and to https, where the site is on https."""
    return "__Host-guest" if settings.load().is_https else "guest"


def secret_of(request: HttpRequest) -> bytes | None:
    """The guest's secret K, or None where there is no cookie or it is not ours."""
    return secret_in(request.COOKIES)


def secret_in(cookies: Mapping[str, str]) -> bytes | None:
    """The same of cookies that were read already."""
    value = cookies.get(cookie_name(), "")
    try:
        secret = urlsafe_b64decode(value + "=")
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == SECRET_BYTES and _encoded(secret) == value else None


def new_secret() -> bytes:
    return secrets.token_bytes(SECRET_BYTES)


def remember(response: HttpResponse, secret: bytes) -> None:
    """Set the cookie. Only ever called for something a guest did, never for a page looked at."""
    response.set_cookie(
        cookie_name(),
        _encoded(secret),
        max_age=YEAR,
        path="/",
        secure=settings.load().is_https,
        httponly=True,
        samesite="Lax",
    )


def cookie_line(secret: bytes) -> str:
    """What `remember` makes the answer say, for answers that are not Django's."""
    return _line(cookie_name(), int(time.time())).replace(STAND_IN, _encoded(secret))


@lru_cache(maxsize=1)
def _line(name: str, _second: int) -> str:
    """The line of a second: until when the cookie lasts is all that ever changes in it."""
    response = HttpResponse()
    remember(response, STAND_IN_SECRET)
    return response.cookies[name].OutputString()


def _encoded(secret: bytes) -> str:
    return urlsafe_b64encode(secret).decode().rstrip("=")


STAND_IN_SECRET = bytes(SECRET_BYTES)
STAND_IN = _encoded(STAND_IN_SECRET)
