"""The server in front, byte by byte: one request is one request, and nobody keeps it waiting."""

import socket
import time
from contextlib import ExitStack

import pytest

from tests.support import making

SECONDS = 14  # a head is waited for longer than that
TWO = b"GET /how-points-work HTTP/1.1\r\nHost: {host}\r\n\r\n"


def connect(site):
    return socket.create_connection(("127.0.0.1", site.port), timeout=SECONDS)


def said(site, *parts):
    """Everything the server says until it closes or has been silent for a second."""
    host = f"127.0.0.1:{site.port}".encode()
    with connect(site) as line:
        for part in parts:
            line.sendall(part.replace(b"{host}", host))
        line.settimeout(1)
        heard = b""
        try:
            while more := line.recv(65536):
                heard += more
        except (TimeoutError, ConnectionResetError):
            pass
        return heard


def status(answer):
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.") else 0


def post(*headers, body=b"value=1", path=b"/stories/never-there/point"):
    form = b"Content-Type: application/x-www-form-urlencoded"
    head = b"\r\n".join([b"POST " + path + b" HTTP/1.1", b"Host: {host}", form, *headers])
    return head + b"\r\n\r\n" + body


HIDDEN = b"0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: {host}\r\n\r\n"
SMUGGLED = {
    "length and chunks": post(b"Content-Length: 6", b"Transfer-Encoding: chunked", body=HIDDEN),
    "two lengths": post(b"Content-Length: 7", b"Content-Length: 70", body=b"value=1" + HIDDEN),
    "a length with a sign": post(b"Content-Length: +7"),
    "a length below nothing": post(b"Content-Length: -7"),
    "a length in other digits": post("Content-Length: ٧".encode()),
    "a length of two": post(b"Content-Length: 7, 7"),
    "chunks by another name": post(b"Transfer-Encoding: xchunked", body=HIDDEN),
    "chunks twice": post(b"Transfer-Encoding: chunked, chunked", body=HIDDEN),
    "a chunk that is none": post(b"Transfer-Encoding: chunked", body=b"zz\r\nvalue=1\r\n0\r\n\r\n"),
    "a space before the colon": post(b"Content-Length : 7"),
    "a folded header": post(b"X-A: 1\r\n Content-Length: 7"),
    "a header without a name": post(b": 7"),
    "a line feed alone": b"GET / HTTP/1.1\nHost: {host}\n\nGET /hidden HTTP/1.1\nHost: {host}\n\n",
    "a NUL in a header": post(b"X-A: a\0b"),
    "a return in a header": post(b"X-A: a\rContent-Length: 70"),
    "no version": b"GET /\r\n\r\n",
    "no method": b"/ HTTP/1.1\r\n\r\n",
    "another protocol": b"\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03" + bytes(300) + b"\r\n\r\n",
}


@pytest.mark.parametrize("how", SMUGGLED)
def test_no_request_hides_in_another(running_site, how):
    answer = said(running_site, SMUGGLED[how])
    assert status(answer) < 500 or status(answer) == 501
    assert answer.count(b"HTTP/1.1 404") + answer.count(b"/hidden") == 0, answer[-300:]
    assert status(said(running_site, TWO)) == 200


def test_a_body_in_chunks_is_read(running_site):
    chunks = b"4\r\nvalu\r\n3\r\ne=1\r\n0\r\n\r\n"
    answer = said(running_site, post(b"Transfer-Encoding: chunked", body=chunks))
    assert status(answer) == 403  # read, and no such story


def test_two_requests_on_one_line_are_two(running_site):
    assert said(running_site, TWO + TWO).count(b"HTTP/1.1 200") == 2


def test_a_host_in_the_first_line_is_no_way_round(running_site):
    first = b"GET http://evil.example/feed HTTP/1.1\r\nHost: {host}\r\n\r\n"
    assert b"evil.example" not in said(running_site, first)
    assert status(said(running_site, b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")) == 400


@pytest.mark.parametrize("name", [b"X-Forwarded-For", b"X_Forwarded_For", b"X-Forwarded_For"])
def test_no_spelling_of_a_header_lifts_the_cap(running_site, name):
    with running_site.database():
        slug = making.story(f"Cap of {name.decode()}").slug
    path = f"/stories/{slug}/point".encode()
    answers = [
        status(said(running_site, post(b"Content-Length: 7", b"Connection: close",
                    name + b": 203.0.%d.7" % number, path=path)))
        for number in range(7)
    ]  # fmt: skip
    assert answers == [303] * 5 + [429] * 2


@pytest.mark.parametrize(
    "head",
    [
        b"GET /" + b"a" * 200_000 + b" HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\nX-A: " + b"a" * 200_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: {host}\r\n" + b"X-A: a\r\n" * 30_000 + b"\r\n",
    ],
    ids=["a long line", "a long header", "many headers"],
)
def test_a_head_that_is_too_long_is_refused_at_once(running_site, head):
    began = time.monotonic()
    assert status(said(running_site, head)) in (0, 400, 414, 431)
    assert time.monotonic() - began < SECONDS


def test_what_is_too_large_is_refused_before_it_is_sent(running_site):
    answer = said(running_site, post(b"Content-Length: 30000000", body=b""))
    assert status(answer) == 413


def test_silent_and_slow_lines_keep_no_reader_waiting(running_site):
    """Each holds a line and no thread: a request is taken in whole before one works on it."""
    with ExitStack() as lines:
        for number in range(300):
            line = lines.enter_context(connect(running_site))
            line.sendall((b"GET / HT", b"", post(b"Content-Length: 7", body=b"v"))[number % 3])
        began = time.monotonic()
        assert (
            status(said(running_site, TWO.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")))
            == 200
        )
        assert time.monotonic() - began < SECONDS


def test_who_reads_slowly_keeps_nobody_waiting(running_site):
    with ExitStack() as lines:
        for _ in range(20):
            line = lines.enter_context(connect(running_site))
            host = f"127.0.0.1:{running_site.port}".encode()
            line.sendall(TWO.replace(b"{host}", host) * 50)
        assert status(said(running_site, TWO)) == 200
