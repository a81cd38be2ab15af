"""Sound and film in parts: which bytes a Range asks for, and what the server answers."""

import http.client

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.edge.recordings import part
from tests.stories.recorded import BEGINNINGS, recording

SIZE = 300_000


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (b"bytes=0-", range(1000)),
        (b"bytes=0-0", range(1)),
        (b"bytes=200-399", range(200, 400)),
        (b"bytes=900-5000", range(900, 1000)),
        (b"bytes=-100", range(900, 1000)),
        (b"bytes=-5000", range(1000)),
        (b"bytes=1000-", range(0)),
        (b"bytes=-0", range(0)),
        (b"", None),
        (b"bytes=5-2", None),
        (b"bytes=-", None),
        (b"bytes=0-1,4-5", None),
        (b"lines=0-1", None),
        (b"bytes=" + b"9" * 40 + b"-", None),
    ],
)
def test_a_range_asks_for_these_bytes(asked, expected):
    assert part(asked, 1000) == expected


@given(st.binary(max_size=30), st.integers(0, 2000))
def test_no_range_reaches_out_of_the_file(asked, size):
    for header in (asked, b"bytes=" + asked):
        found = part(header, size)
        assert not found or 0 <= found[0] <= found[-1] < size


@pytest.fixture
def sound(running_site):
    with running_site.database():
        made = recording("mp3", bytes(range(256)) * (SIZE // 256))
        return made.file.url, BEGINNINGS["mp3"] + bytes(range(256)) * (SIZE // 256)


def ask(site, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=30)
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, path, headers=named)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def test_a_player_gets_the_part_it_asks_for(running_site, sound):
    url, content = sound
    whole, body = ask(running_site, url)
    assert (whole.status, body) == (200, content)
    assert whole.getheader("Accept-Ranges") == "bytes"
    assert whole.getheader("Content-Type") == "audio/mpeg"
    assert whole.getheader("X-Content-Type-Options") == "nosniff"
    answer, body = ask(running_site, url, Range="bytes=100000-250000")
    assert (answer.status, body) == (206, content[100000:250001])
    assert answer.getheader("Content-Range") == f"bytes 100000-250000/{len(content)}"
    answer, body = ask(running_site, url, Range="bytes=-7")
    assert (answer.status, body) == (206, content[-7:])


def test_a_part_of_another_file_is_answered_with_the_whole(running_site, sound):
    url, content = sound
    etag = ask(running_site, url, "HEAD")[0].getheader("ETag")
    same = ask(running_site, url, Range="bytes=1-2", If_Range=etag)
    assert (same[0].status, same[1]) == (206, content[1:3])
    other = ask(running_site, url, Range="bytes=1-2", If_Range='"another"')
    assert (other[0].status, len(other[1])) == (200, len(content))
    assert ask(running_site, url, If_None_Match=etag)[0].status == 304


def test_a_part_that_is_not_there_is_said_to_be_none(running_site, sound):
    url, content = sound
    answer, body = ask(running_site, url, Range=f"bytes={len(content)}-")
    assert (answer.status, body) == (416, b"")
    assert answer.getheader("Content-Range") == f"bytes */{len(content)}"


def test_only_its_length_is_told_to_who_asks_for_no_body(running_site, sound):
    url, content = sound
    answer, body = ask(running_site, url, "HEAD", Range="bytes=0-1")
    assert (answer.status, answer.getheader("Content-Length"), body) == (
        200,
        str(len(content)),
        b"",
    )


@pytest.mark.parametrize("name", ["../images/x.mp3", "%2e%2e/plaudit.toml", "", "A.mp3"])
def test_nothing_else_of_the_site_is_to_be_had_there(running_site, name):
    assert ask(running_site, f"/media/recordings/{name}")[0].status == 404
