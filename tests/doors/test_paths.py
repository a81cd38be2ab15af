"""Whatever is asked for: a page, or a plain no; never an error of the site's own."""

import pytest

from tests.doors.sweep import ODD, PAGES
from tests.support import making

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ODD, ids=lambda path: path[:50])
def test_no_address_is_too_odd(guest, alice, path):
    making.story()
    for signed_in in (False, True):
        if signed_in:
            guest.force_login(alice)
        answer = guest.get(path)
        assert answer.status_code < 500
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        assert b"secret_key" not in body
        assert b"root:" not in body


@pytest.mark.parametrize("path", ["/tags/%00", "/tags/a%00b/new", "/?after=%00", "/feed?%00"])
def test_an_address_with_a_nul_is_refused_in_a_sentence(guest, path, db):
    answer = guest.get(path)
    assert answer.status_code == 400
    assert "nothing a browser sends" in answer.content.decode()


@pytest.mark.parametrize("method", ["put", "patch", "delete", "post", "options", "trace"])
@pytest.mark.parametrize("path", [*PAGES, "/accounts/login/", "/media/a.png", "/newsroom/"])
def test_no_method_is_too_odd(guest, path, method, db):
    story = making.story()
    ask = getattr(guest, method)
    assert ask(path.format(story=story.slug)).status_code < 500


@pytest.mark.parametrize("ending", ["/point", "/share", "/view"])
@pytest.mark.parametrize("slug", ["%00", "%ff", "a" * 3000, "..", "never-there"])
def test_no_slug_is_too_odd_for_what_is_done_to_a_story(guest, slug, ending, db):
    answer = guest.post(f"/stories/{slug}{ending}", "value=1", "application/x-www-form-urlencoded")
    assert answer.status_code in (400, 403, 404)


@pytest.mark.parametrize(
    "cookies", ["guest=%00", "guest=\xff", "sessionid=\x01", "csrftoken=a;;;=;", "=" * 4000]
)
def test_no_cookie_is_too_odd(guest, cookies, db):
    story = making.story()
    for path in ("/", story.get_absolute_url(), "/accounts/login/", "/newsroom/"):
        assert guest.get(path, HTTP_COOKIE=cookies).status_code < 500


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("Accept", "\xff"), ("Accept-Language", "x" * 3000), ("Accept-Encoding", "gzip;q=x")),
        *(("If-Modified-Since", "\x01"), ("If-None-Match", '"' * 300), ("Range", "bytes=9-1,x")),
        *(("Content-Type", "x; charset=nonsense"), ("User-Agent", "\xff" * 300)),
        *(("Referer", "http://["), ("Origin", "http://["), ("X-Forwarded-For", "," * 5000)),
    ],
)
def test_no_header_is_too_odd(guest, name, value, db):
    story = making.story()
    for path in ("/", story.get_absolute_url(), "/accounts/login/", "/newsroom/", "/feed"):
        assert guest.get(path, headers={name: value}).status_code < 500
        assert guest.post(path, headers={name: value}).status_code < 500
