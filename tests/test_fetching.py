"""What is fetched from elsewhere: the public web and nothing else, within bounds."""

import socket
import threading
import time
from contextlib import closing, contextmanager
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit import fetching
from plaudit.fetching import Unfetched, fetch, is_public

HERE = ["127.0.0.0/8"]
PATIENCE = 20


@contextmanager
def serving(*answers):
    """A server that gives its answers in turn, an iterable of bytes each; the requests it had."""
    asked, listener = [], socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]

    def serve():
        for answer in answers:
            connection, _address = listener.accept()
            with closing(connection):
                asked.append(connection.recv(65536).decode("latin-1"))
                try:
                    for part in answer(port) if callable(answer) else answer:
                        connection.sendall(part)
                except OSError:
                    return

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    with closing(listener):
        yield f"http://127.0.0.1:{port}", asked
    thread.join(PATIENCE)


def ok(body, *fields):
    head = "\r\n".join(["HTTP/1.1 200 OK", f"Content-Length: {len(body)}", *fields])
    return [f"{head}\r\n\r\n".encode() + body]


def moved(to):
    return [f"HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\n\r\n".encode()]


def test_an_answer_has_its_status_kind_and_body():
    with serving(ok(b"{}", "Content-Type: application/json; charset=utf-8")) as (url, asked):
        found = fetch(f"{url}/Ä b%20c?q=ä&x=%C3%A4".replace(" ", "%20"), also=HERE)
    assert (found.status, found.kind, found.body) == (200, "application/json", b"{}")
    assert asked[0].startswith("GET /%C3%84%20b%20c?q=%C3%A4&x=%C3%A4 HTTP/1.1\r\n")
    assert "Cookie" not in asked[0]


@pytest.mark.parametrize("status", [403, 404, 410, 500])
def test_a_refusal_is_an_answer(status):
    with serving([b"HTTP/1.1 %d No\r\nContent-Length: 0\r\n\r\n" % status]) as (url, _asked):
        assert fetch(url, also=HERE).status == status


def test_a_redirect_is_followed_and_the_address_of_the_answer_told():
    with serving(moved("/there"), ok(b"x")) as (url, asked):
        assert fetch(f"{url}/here", also=HERE).url == f"{url}/there"
    assert asked[1].startswith("GET /there ")


def test_who_leads_on_for_ever_is_left():
    with serving(*[moved("/on")] * 6) as (url, _asked), pytest.raises(Unfetched, match="leads on"):
        fetch(url, also=HERE)


@pytest.mark.parametrize("address", [
    "http://127.0.0.1/", "http://localhost/", "http://127.1/", "http://2130706433/", "http://0/",
    "http://0x7f.0.0.1/", "http://10.1.2.3/", "http://192.168.0.1/", "http://172.16.0.1/",
    "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://224.0.0.1/",
    "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fd00::1]/",
    "http://[::ffff:127.0.0.1]/", "http://[::ffff:10.0.0.1]/", "http://[64:ff9b::7f00:1]/",
    "http://[2002:7f00:1::]/", "http://[ff02::1]/", "http://240.0.0.1/", "http://255.255.255.255/",
])  # fmt: skip
def test_what_is_not_on_the_public_web_is_not_asked(address):
    with pytest.raises(Unfetched, match=r"not on the public web|no such place"):
        fetch(address)


def test_a_redirect_to_a_neighbour_is_not_followed():
    with (
        serving(moved("http://10.0.0.1/secret")) as (url, _asked),
        pytest.raises(Unfetched, match="not on the public web"),
    ):
        fetch(url, also=HERE)


def test_a_name_of_which_one_address_is_a_neighbour_is_not_asked(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("1.1.1.1", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_kwargs: found)
    with pytest.raises(Unfetched, match="not on the public web"):
        fetch("http://both.example/")


def test_a_name_is_looked_up_once_for_each_connection(monkeypatch):
    """Who answers differently the second time has no second time."""
    with serving(ok(b"x")) as (url, asked):
        port, looked_up = int(url.rpartition(":")[2]), []

        def look_up(host, *_args, **_kwargs):
            looked_up.append(host)
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

        monkeypatch.setattr(fetching.socket, "getaddrinfo", look_up)
        assert fetch(f"http://name.example:{port}/", also=HERE).body == b"x"
    assert looked_up.count("name.example") == 1
    assert f"Host: name.example:{port}" in asked[0]


@pytest.mark.parametrize("address", [
    "file:///etc/passwd", "ftp://example.org/x", "gopher://example.org/", "javascript:alert(1)",
    "//example.org/", "/etc/passwd", "", "http://", "http:///x", "https://example.org:99999/",
    "https://me:secret@example.org/", "https://example.org:25/", "https://example.org:22/",
    "http://example.org/a\r\nHost: b", "http://exa mple.org/", "http://[::1",
    "http://" + "a" * 2_001,
    "http://\u2603\u200d.example\udc80/",
])  # fmt: skip
def test_what_is_no_address_on_the_web_is_refused_with_a_sentence(address):
    with pytest.raises(Unfetched) as refused:
        fetch(address)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("head", ["Content-Length: 1001", "X: y"])
def test_more_than_was_asked_for_is_not_read(head):
    answer = [f"HTTP/1.1 200 OK\r\n{head}\r\n\r\n".encode(), b"x" * 1001]
    with serving(answer) as (url, _asked), pytest.raises(Unfetched, match="more than 1,000 bytes"):
        fetch(url, most_bytes=1_000, also=HERE)


def test_no_body_is_read_where_none_is_wanted():
    head = [b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n"]
    with serving(head) as (url, _asked):
        assert fetch(url, most_bytes=0, also=HERE).body == b""


def test_a_body_that_ends_in_the_middle_is_none():
    head = [b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n12345"]
    with serving(head) as (url, _asked), pytest.raises(Unfetched, match="ended in the middle"):
        fetch(url, also=HERE)


@pytest.mark.parametrize("begun", [b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\n\r\n"])
def test_who_drips_is_not_waited_for(begun):
    def dripping(_port):
        yield begun
        for _second in range(PATIENCE * 10):
            yield b"x"
            time.sleep(0.1)

    with serving(dripping) as (url, _asked), pytest.raises(Unfetched, match="in time"):
        fetch(url, seconds=0.5, also=HERE)


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0-x\r\n", b"HTTP/1.1 abc\r\n\r\n", b"\x00" * 99])
def test_what_does_not_speak_http_is_no_answer(answer):
    with serving([answer]) as (url, _asked), pytest.raises(Unfetched):
        fetch(url, also=HERE)


def test_who_does_not_speak_https_is_told_apart():
    with serving([b"HTTP/1.1 400 Bad\r\n\r\n"]) as (url, _asked), pytest.raises(Unfetched):
        fetch(url.replace("http", "https"), also=HERE)


@given(st.ip_addresses(v=4))
def test_an_address_in_another_dress_is_as_public_as_itself(inner):
    as_number = int(inner)
    for dressed in (
        f"::ffff:{inner}",
        f"64:ff9b::{inner}",
        ip_address((0x2002 << 112) | as_number << 80),
    ):
        assert is_public(ip_address(str(dressed))) == is_public(inner)
