"""Caddy in front, by the configuration that operators are given, with the site on https."""

import re
import threading
from contextlib import suppress

import pytest

from plaudit.stories import newsdesk
from tests.support import caddy, home, making, others
from tests.support.calling import Caller, editor, soon
from tests.support.running import a_site

CLOSE = b"Connection: close\r\n\r\n"


class Behind(Caller):
    """Asks the site by its name, from an address of one's own."""

    def __init__(self, site, front, source="127.0.0.1"):
        super().__init__(site)
        self.origin, self._front, self._source = f"https://{caddy.NAME}", front, source

    def _connection(self):
        return caddy.Connection(self._front, self._source)


@pytest.fixture(scope="module")
def site(django_db_blocker):
    """On https, behind a proxy, as running.md has it."""
    others.need("caddy", "caddy")
    with a_site(django_db_blocker) as made:
        home.write(made.home, f"https://{caddy.NAME}")
        with (made.home / "plaudit.toml").open("a") as settings:
            settings.write('trusted_proxies = "127.0.0.1"\n')
        made.start()
        yield made


@pytest.fixture(scope="module")
def front(site):
    with caddy.before(site.port) as found:
        yield found


@pytest.fixture
def call(site, front):
    return lambda source="127.0.0.1": Behind(site, front, source)


@pytest.fixture
def publish(site):
    def published(**more):
        with site.database():
            return making.story(**more).get_absolute_url()

    return published


def said(front, data, body=b""):
    """Everything that comes back for bytes that are sent as they are, while a body still is."""
    with front.connect() as connection:
        connection.sendall(data)
        sender = threading.Thread(target=_send, args=(connection, body))
        sender.start()
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
        sender.join(10)
        return answer


def _send(connection, body):
    with suppress(OSError):  # it was answered before all of it was wanted
        connection.sendall(body)


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br", None])
def test_a_page_comes_through_as_plaudit_made_it(site, call, publish, encoding):
    path, accept = publish(), {"Accept_Encoding": encoding} if encoding else {}
    both = []

    def are_alike():  # it may be rendered again in between, for as long as it is new
        both[:] = [caller.get(path, **accept) for caller in (call(), Caller(site))]
        return both[0].getheader("etag") == both[1].getheader("etag")

    soon(are_alike)
    through, direct = both
    assert through.text == direct.text
    for name in ("content-encoding", "content-length", "vary", "cache-control", "content-type"):
        assert through.getheader(name) == direct.getheader(name), name


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_has_a_page_is_told_that_it_is_the_same(call, publish, method):
    path = publish()

    def is_the_same():
        etag = call().ask(method, path).getheader("etag")
        again = call().ask(method, path, If_None_Match=etag)
        return (again.status, again.text) == (304, "")

    soon(is_the_same)


def test_a_point_shows_and_who_gave_it_has_a_cookie_for_https_alone(call, publish):
    path, reader, guest = publish(), call(), call()
    assert 'value="0"' in reader.get(path).text
    given = guest.gives(path)
    assert given.status == 200
    assert given.getheader("set-cookie").startswith("__Host-guest=")
    assert "; Secure" in given.getheader("set-cookie")
    soon(lambda: 'value="1"' in reader.get(path).text)
    assert 'aria-pressed="true"' in guest.get(path).text


def test_guests_are_counted_by_their_own_network_whatever_they_claim(call, publish):
    path, cap = publish(), 5
    given = [call(f"127.0.1.{number}").gives(path).status for number in range(1, cap + 2)]
    assert given == [200] * cap + [429]
    claims = {"Content_Type": "application/json", "X_Forwarded_For": "198.51.100.7"}
    claimed = call("127.0.1.9").ask("POST", f"{path}/point", '{"value": 1}', **claims)
    assert claimed.status == 429
    assert call("127.0.2.1").gives(path).status == 200


def test_pictures_and_styles_come_through_to_be_kept(site, call):
    with site.database():
        story = making.story(image=making.photo())
    page = call().get(story.get_absolute_url()).text
    styles = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
    picture = re.search(r'src="(/media/images/[^"]+)"', page)[1]
    assert "max-age=" in call().get(styles).getheader("cache-control")
    found = call().get(picture)
    assert (found.status, found.getheader("content-type")[:6]) == (200, "image/")


def test_what_is_not_there_or_was_taken_back_says_so(site, call, publish):
    assert call().get("/stories/never-was").status == 404
    with site.database():
        story = making.story("Soon taken back")
    path = story.get_absolute_url()
    assert call().get(path).status == 200
    alice = editor(site, call())
    assert alice.fills_in(f"/newsroom/snippets/stories/story/unpublish/{story.pk}/").status == 302
    assert call().get(path).status == 410


def test_a_change_follows_within_moments(site, call):
    with site.database():
        story = making.story("Before the change")
    path = story.get_absolute_url()
    assert "Before the change" in call().get(path).text
    with site.database():
        story.headline = "After the change"
        newsdesk.publish(story)
    soon(lambda: "After the change" in call().get(path).text)


def test_a_body_larger_than_is_taken_is_refused_in_plaudits_words(front):
    size = 26 * 1024 * 1024
    head = b"POST /accounts/login/ HTTP/1.1\r\nHost: news.example\r\nContent-Length: %d\r\n" % size
    # Its beginning is enough to be refused. With all of it under way, a connection that is closed
    # for it may be reset, and then not even the answer arrives.
    answer = said(front, head + CLOSE, b"x" * 1024)
    assert answer.startswith(b"HTTP/1.1 413")
    assert answer.endswith(b"This is larger than the site takes.")


@pytest.mark.parametrize("request_line", [
    b"GET http://elsewhere.example/ HTTP/1.1\r\nHost: elsewhere.example",
    b"GET http://127.0.0.1:%d/ HTTP/1.1\r\nHost: news.example",
    b"CONNECT 127.0.0.1:%d HTTP/1.1\r\nHost: 127.0.0.1:%d",
    b"CONNECT news.example:443 HTTP/1.1\r\nHost: news.example:443",
    b"GET / HTTP/1.1\r\nHost: elsewhere.example",
])  # fmt: skip
def test_it_is_no_proxy_to_anywhere_else(site, front, request_line):
    data = request_line.replace(b"%d", str(site.port).encode())
    answer = said(front, data + b"\r\n" + CLOSE)
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"<html" not in body
    assert b"content-length: 0" in head.lower() or b" 400 " in head


def test_who_asks_without_https_is_led_there(front):
    connection = caddy.http.client.HTTPConnection("127.0.0.1", front.http, timeout=10)
    connection.request("GET", "/stories/x", headers={"Host": caddy.NAME})
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) == (308, f"https://{caddy.NAME}/stories/x")
    connection.close()


def test_who_comes_while_the_site_starts_again_waits_for_it(site, call, publish):
    path, answers = publish(), []
    site.stop()
    reader = threading.Thread(target=lambda: answers.append(call().get(path).status))
    reader.start()
    site.start()
    reader.join(caddy.PATIENCE)
    assert answers == [200]
