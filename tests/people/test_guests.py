"""The guest's cookie: where the secret lives, and the only place."""

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory

from plaudit import settings
from plaudit.people import guests

SECRET = bytes(range(32))
WRITTEN = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"


def secret_in(cookie):
    request = RequestFactory().get("/")
    request.COOKIES["guest"] = cookie
    return guests.secret_of(request)


def test_a_cookie_brings_the_secret_back():
    response = HttpResponse()
    guests.remember(response, SECRET)
    assert response.cookies["guest"].value == WRITTEN
    assert secret_in(WRITTEN) == SECRET


@pytest.mark.parametrize(
    "cookie",
    [
        "",
        WRITTEN[:-1],
        WRITTEN + "=",
        WRITTEN + "A",
        WRITTEN[:-1] + "9",  # the same 32 bytes, written differently
        " " + WRITTEN,
        WRITTEN[:20] + "!" + WRITTEN[20:],
        "é" * 43,
        "A" * 100_000,
    ],
)
def test_what_is_no_secret_of_ours_is_no_guest(cookie):
    assert secret_in(cookie) is None


def test_without_a_cookie_there_is_no_guest():
    assert guests.secret_of(RequestFactory().get("/")) is None


def test_scripts_and_other_sites_cannot_use_the_cookie():
    response = HttpResponse()
    guests.remember(response, SECRET)
    cookie = response.cookies["guest"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert not cookie["domain"]
    assert cookie["max-age"] == guests.YEAR


def test_on_https_the_cookie_is_bound_to_host_and_https(monkeypatch):
    secure = settings.load().model_copy(update={"url": "https://gazette.example"})
    monkeypatch.setattr(settings, "load", lambda: secure)
    response = HttpResponse()
    guests.remember(response, SECRET)
    assert response.cookies["__Host-guest"]["secure"]
    assert not response.cookies["__Host-guest"]["domain"]


def test_every_secret_is_another():
    assert len({guests.new_secret() for _ in range(100)}) == 100
    assert len(guests.new_secret()) == 32


def test_an_answer_that_is_not_djangos_sets_the_same_cookie(monkeypatch):
    for url in ("http://127.0.0.1:8000", "https://gazette.example"):
        site = settings.load().model_copy(update={"url": url})
        monkeypatch.setattr(settings, "load", lambda site=site: site)
        with time_machine.travel("2026-11-24T10:09:59+00:00", tick=False):
            response = HttpResponse()
            guests.remember(response, SECRET)
            (cookie,) = response.cookies.values()
            assert guests.cookie_line(SECRET) == cookie.OutputString()
