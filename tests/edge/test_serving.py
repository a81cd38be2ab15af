"""The server in front: what it answers by itself, what it hands on, and how it ends."""

import http.client
import socket
import threading
import time
import urllib.request

import pytest

from plaudit.edge.app import EdgeApp
from plaudit.edge.bridge import Bridge
from plaudit.edge.page import NotStorable, make
from plaudit.edge.serving import serve
from plaudit.edge.store import PageStore

HTML = [("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "public, max-age=0")]


def application(environ, start_response):
    """Says what it was asked; `/slow` takes its time over a large answer."""
    if environ["PATH_INFO"] == "/slow":
        time.sleep(0.6)
        start_response("200 OK", [("Content-Length", "300000")])
        return [b"x" * 300_000]
    body = environ["wsgi.input"].read()
    said = f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']} {len(body)}".encode()
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [said]


class Rules:
    """`/page/…` are pages, of which `/page/none` cannot be made and `/page/gone` says so."""

    def __init__(self):
        self.made = []

    def is_host(self, host):
        return host.startswith(b"127.0.0.1")

    def key(self, path, query):
        return path if path.startswith("/page/") and not query else None

    def is_personal(self, cookie):
        return b"known" in cookie

    def make(self, key):
        if key == "/page/none":
            raise NotStorable("there is none")
        self.made.append(key)
        status = 410 if key == "/page/gone" else 200
        return make(status, HTML, f"<p>{key} {len(self.made)}</p>".encode() * 50, [key],
                    time.monotonic_ns())  # fmt: skip

    def after_change(self, path):
        self.made.append(f"after change {path}")


class Running:
    def __init__(self, folder):
        self.rules, self.store = Rules(), PageStore(folder)
        listening = socket.create_server(("127.0.0.1", 0))
        self.port = listening.getsockname()[1]
        self.is_ending = threading.Event()
        bridge = Bridge(application, threads=2, largest_body=1000)
        app = EdgeApp(self.store, self.rules, bridge)
        arguments = (app, listening, self.is_ending.is_set)
        self.thread = threading.Thread(target=serve, args=arguments, daemon=True)
        self.thread.start()

    def ask(self, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        fields = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        answer.text = answer.read()
        connection.close()
        return answer

    def say(self, data):
        """Send bytes as they are; everything that comes back until the end."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65536), b""))

    def end(self):
        self.is_ending.set()
        self.thread.join(30)
        assert not self.thread.is_alive()


@pytest.fixture
def running(tmp_path):
    server = Running(tmp_path / "pages")
    yield server
    server.end()


def test_a_page_is_made_once_and_then_answered_from_the_store(running):
    first, second = running.ask("GET", "/page/a"), running.ask("GET", "/page/a")
    assert first.status == second.status == 200
    assert first.text == second.text
    assert running.rules.made == ["/page/a"]


def test_a_hundred_readers_at_once_are_one_making(running):
    answers = []
    readers = [
        threading.Thread(target=lambda: answers.append(running.ask("GET", "/page/hot").text))
        for _ in range(100)
    ]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join()
    assert len(answers) == 100
    assert len(set(answers)) == 1
    assert running.rules.made == ["/page/hot"]


def test_a_reader_who_has_the_page_gets_304(running):
    etag = running.ask("GET", "/page/a").getheader("etag")
    for _ in range(2):
        again = running.ask("GET", "/page/a", If_None_Match=f'"other", {etag}')
        assert (again.status, again.text, again.getheader("etag")) == (304, b"", etag)
        assert again.getheader("cache-control") == "public, max-age=0"


@pytest.mark.parametrize("header", ["gzip", "br;q=0.1, gzip", "x-gzip, identity;q=0.5"])
def test_what_a_reader_likes_best_is_sent(running, header):
    answer = running.ask("GET", "/page/a", Accept_Encoding=header)
    assert answer.getheader("content-encoding") == "gzip"
    assert answer.getheader("vary") == "Accept-Encoding"
    assert len(answer.text) == int(answer.getheader("content-length"))


def test_each_encoding_has_an_etag_of_its_own(running):
    headers = ({"Accept_Encoding": name} for name in ("br", "gzip", "identity"))
    etags = {running.ask("GET", "/page/a", **header).getheader("etag") for header in headers}
    assert len(etags) == 3


def test_head_is_get_without_a_body(running):
    head, get = running.ask("HEAD", "/page/a"), running.ask("GET", "/page/a")
    assert (head.status, head.text) == (200, b"")
    assert head.getheader("content-length") == get.getheader("content-length") != "0"


def test_what_is_no_page_is_the_applications(running):
    assert running.ask("GET", "/page/none").text == b"GET /page/none 0"
    assert running.ask("GET", "/page/a?x=1").text == b"GET /page/a 0"
    assert running.ask("GET", "/page/a", Cookie="known").text == b"GET /page/a 0"
    assert running.ask("GET", "/page/a", Host="elsewhere").text == b"GET /page/a 0"
    assert running.ask("POST", "/page/a", b"abc").text == b"POST /page/a 3"


def test_a_change_is_told_of_before_its_answer(running):
    running.ask("GET", "/other")
    running.ask("POST", "/other", b"abc")
    assert running.rules.made == ["after change /other"]


def test_a_page_that_is_gone_is_made_again_at_once(running):
    first = running.ask("GET", "/page/a").text
    running.store.freshness.mark(["/page/a"], 1)
    assert running.ask("GET", "/page/a").text != first


def test_a_body_larger_than_is_taken_is_refused_in_words(running):
    answer = running.ask("POST", "/other", b"x" * 1001)
    assert (answer.status, answer.text) == (413, b"This is larger than the site takes.")
    chunks = b"".join(b"64\r\n" + b"x" * 100 + b"\r\n" for _ in range(20)) + b"0\r\n\r\n"
    head = b"POST /o HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    assert running.say(head + chunks).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("announced", [b"Content-Length: 8000000", b"Expect: 100-continue\r\n"
                                       b"Content-Length: 8000000"])  # fmt: skip
def test_who_sends_all_of_a_large_body_before_reading_is_told_as_well(running, announced):
    head = b"POST /o HTTP/1.1\r\nHost: 127.0.0.1\r\n" + announced + b"\r\n\r\n"
    said = running.say(head + b"x" * 8_000_000)
    assert said.startswith(b"HTTP/1.1 413")
    assert said.endswith(b"This is larger than the site takes.")
    assert said.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"GET /page/a HTTP/1.1\r\n" + b"X: " + b"y" * 40_000, b"431"),
        (b"GET /page/a HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\n"
         b"Transfer-Encoding: chunked\r\n\r\nabc", b"400"),
        (b"GET /page/a HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Name: x\r\n\r\n", b"400"),
        (b"\x00\x01\x02\r\n\r\n", b"400"),
    ],
)  # fmt: skip
def test_what_is_no_proper_request_is_refused(running, data, status):
    running.ask("GET", "/page/a")
    assert running.say(data).split(b" ")[1] == status


def test_requests_that_come_together_are_answered_in_order(running):
    one = b"GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    said = running.say(one % b"/slow" + one % b"/page/a" + one % b"/other")
    assert said.count(b"HTTP/1.1 200") == 3
    assert said.index(b"xxx") < said.index(b"<p>/page/a") < said.index(b"GET /other")


def test_a_request_that_comes_in_pieces_is_put_together(running):
    running.ask("GET", "/page/a")
    with socket.create_connection(("127.0.0.1", running.port), timeout=30) as connection:
        for piece in (b"GET /pa", b"ge/a HTTP/1.1\r\nHo", b"st: 127.0.0.1\r\n", b"\r\n"):
            connection.sendall(piece)
            time.sleep(0.05)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 OK")


def test_a_request_in_hand_is_answered_whole_when_the_server_ends(tmp_path):
    running, bodies = Running(tmp_path / "pages"), []
    url = f"http://127.0.0.1:{running.port}/slow"
    reader = threading.Thread(target=lambda: bodies.append(urllib.request.urlopen(url).read()))
    reader.start()
    time.sleep(0.3)
    running.end()
    reader.join(30)
    assert [len(body) for body in bodies] == [300_000]
