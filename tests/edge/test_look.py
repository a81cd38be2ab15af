"""The first look: it takes only what the parser would understand as the same plain GET."""

import httptools
from hypothesis import example, given
from hypothesis import strategies as st

from plaudit.edge import look

KEPT = {b"/a", b"/stories/ferry"}  # the pages in memory; no other address is answered
HEAD = b"GET /a HTTP/1.1\r\nHost: h\r\n\r\n"
# What requests are made of, and what smugglers put between.
PIECES = st.sampled_from([
    b"GET ", b"POST ", b"/", b"/a", b"/%2e", b"?q=1", b" HTTP/1.1", b" HTTP/1.0", b"\r\n", b"\n",
    b"\r", b"\r\n\r\n", b"Host: h", b"Host : h", b"host:h", b"Cookie: a=b", b"Accept-Encoding: br",
    b"If-None-Match: *", b"Content-Length: 5", b"Transfer-Encoding: chunked", b"X: y", b" folded",
    b"\x00", b"\xff", b":", b"Connection: keep-alive", b"Connection: close",
    b"Expect: 100-continue",
])  # fmt: skip


class Heard:
    """What the parser makes of it."""

    def __init__(self):
        self.url, self.headers, self.requests, self.body = b"", [], 0, b""

    def on_url(self, url):
        self.url += url

    def on_header(self, name, value):
        self.headers.append((name.lower(), value.strip()))

    def on_body(self, body):
        self.body += body

    def on_message_complete(self):
        self.requests += 1


def agrees(data):
    path = look.path_of(data)
    asked = look.plain(data, path) if path else None
    if asked is None or asked.path not in KEPT:
        return False
    heard = Heard()
    parser = httptools.HttpRequestParser(heard)
    parser.feed_data(data)
    assert (parser.get_method(), parser.get_http_version()) == (b"GET", "1.1")
    assert (heard.requests, heard.body) == (1, b"")
    assert heard.url == asked.path
    assert parser.should_keep_alive()
    said = dict(heard.headers)
    assert [name for name, _ in heard.headers].count(b"host") == 1
    assert said[b"host"] == asked.host
    assert said.get(b"cookie", b"") == asked.cookie
    assert said.get(b"accept-encoding") == asked.accept_encoding
    assert said.get(b"if-none-match") == asked.if_none_match
    return True


def test_a_browsers_request_is_taken():
    fields = b"\r\n".join([
        b"Host: news.example", b"User-Agent: Mozilla/5.0 (X11; Linux x86_64)", b"Accept: text/html",
        b"Accept-Encoding: gzip, deflate, br", b"Connection: keep-alive",
        b"Sec-Fetch-Mode: navigate", b'If-None-Match: "x"', b"Cookie: theme=dark",
    ])  # fmt: skip
    assert agrees(b"GET /stories/ferry HTTP/1.1\r\n" + fields + b"\r\n\r\n")


@given(st.lists(PIECES, max_size=12).map(b"".join))
@example(HEAD + HEAD)
@example(b"GET /a HTTP/1.1\r\nHost: h\r\nX: \x80\r\n\r\n")
def test_what_is_put_together_from_pieces_is_understood_alike(data):
    agrees(data)
    agrees(b"GET /a HTTP/1.1\r\nHost: h\r\n" + data + b"\r\n\r\n")


@given(st.integers(0, len(HEAD)), st.binary(max_size=4), st.integers(0, 3))
def test_one_wrong_byte_anywhere_is_understood_alike(place, put_in, left_out):
    agrees(HEAD[:place] + put_in + HEAD[place + left_out :])
