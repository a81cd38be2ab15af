"""Requests as nobody's browser writes them: refused, or answered as what they ask for."""

import pytest

from tests.edge.test_serving import Running

END = b"\r\n\r\n"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    server = Running(tmp_path_factory.mktemp("store") / "pages")
    server.ask("GET", "/page/a")
    yield server
    server.end()


def said(running, line, *fields, version=b"1.1"):
    """The answers to one request, as they come over the wire."""
    return running.say(b"\r\n".join([b"%s HTTP/%s" % (line, version), *fields]) + END)


@pytest.mark.parametrize(
    "fields",
    [
        [],
        [b"Host: 127.0.0.1", b"Host: 127.0.0.1"],
        [b"Host: 127.0.0.1", b"Host: elsewhere.example"],
        [b"Host: elsewhere.example", b"Host: 127.0.0.1"],
        [b"Host: elsewhere.example", b"X: y", b"hOST: 127.0.0.1"],
    ],
)
@pytest.mark.parametrize("path", [b"/page/a", b"/other"])
def test_a_request_names_one_host(running, fields, path):
    assert said(running, b"GET " + path, *fields).startswith(b"HTTP/1.1 400")


def test_before_http_1_1_no_host_is_named(running):
    assert said(running, b"GET /other", version=b"1.0").startswith(b"HTTP/1.1 200")


@pytest.mark.parametrize("path", [b"/page/a", b"/other"])
def test_a_whole_address_as_target_must_be_of_the_host_that_is_named(running, path):
    host = b"Host: 127.0.0.1:8000"
    same = said(running, b"GET http://127.0.0.1:8000" + path, host)
    assert same.startswith(b"HTTP/1.1 200")
    others = (b"elsewhere.example", b"127.0.0.1:8001", b"a@127.0.0.1:8000",
              b"127.0.0.1:8000@elsewhere.example", b"elsewhere.example:80")  # fmt: skip
    for other in others:
        line = b"GET http://" + other + path
        assert said(running, line, host).startswith(b"HTTP/1.1 400"), other


@pytest.mark.parametrize("line", [b"CONNECT 127.0.0.1:22", b"CONNECT elsewhere.example:443"])
def test_it_connects_nobody_to_anywhere(running, line):
    assert said(running, line, b"Host: 127.0.0.1").startswith(b"HTTP/1.1 400")


def test_what_follows_a_refused_request_is_not_answered(running):
    both = b"GET /other HTTP/1.1" + END + b"GET /page/a HTTP/1.1\r\nHost: 127.0.0.1" + END
    answers = running.say(both)
    assert answers.startswith(b"HTTP/1.1 400")
    assert answers.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize("again", ["*", None])
def test_only_a_page_that_is_there_is_the_same_as_before(running, again):
    """RFC 9110, section 13.2.1: no condition on an answer that is none of 2xx."""
    for _ in range(2):  # from the store, then from memory
        gone = running.ask("GET", "/page/gone")
        tag = again or gone.getheader("etag")
        assert gone.status == 410
        assert running.ask("GET", "/page/gone", If_None_Match=tag).status == 410
        assert running.ask("HEAD", "/page/gone", If_None_Match=tag).status == 410


def test_a_part_of_a_page_is_not_taken_from_the_store(running):
    """Range and what goes with it is the application's, who may ignore it: never a wrong part."""
    for field in ("Range", "If_Range", "If_Match", "If_Unmodified_Since"):
        answer = running.ask("GET", "/page/a", **{field: "bytes=0-1"})
        assert (answer.status, answer.text) == (200, b"GET /page/a 0")
