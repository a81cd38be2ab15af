"""Django alone: `plaudit.wsgi` on a plain WSGI server, as running.md says it is done."""

import re
import subprocess
import sys

import pytest

from tests.support import making
from tests.support.calling import Caller, editor, soon
from tests.support.running import a_site

# The server of the standard library, and its check that both sides keep to PEP 3333.
SERVER = """
from wsgiref.simple_server import make_server
from wsgiref.validate import validator
from plaudit.wsgi import application
make_server("127.0.0.1", {port}, validator(application)).serve_forever()
"""


@pytest.fixture(scope="module")
def site(django_db_blocker):
    with a_site(django_db_blocker) as made:
        done = made.plaudit("manage", "collectstatic", "--no-input")
        assert done.returncode == 0, done.stderr
        environment = made.environment | {"DJANGO_SETTINGS_MODULE": "plaudit.django_settings"}
        with made.log.open("wb") as log:
            server = subprocess.Popen(
                [sys.executable, "-c", SERVER.format(port=made.port)],
                env=environment,
                stdout=log,
                stderr=log,
            )
        try:
            soon(lambda: _is_up(made), 30)
            yield made
            assert "Error" not in made.log.read_text()
        finally:
            server.terminate()
            server.wait(10)


def _is_up(site):
    try:
        return Caller(site).get("/").status == 200
    except OSError:
        return False


@pytest.fixture
def call(site):
    return lambda: Caller(site)


@pytest.fixture
def path(site):
    with site.database():
        return making.story(image=making.photo()).get_absolute_url()


def test_pages_say_who_may_keep_them(call, path):
    page = call().get(path, Accept_Encoding="gzip")
    assert page.status == 200
    assert page.getheader("content-encoding") == "gzip"
    assert "stale-while-revalidate" in page.getheader("cache-control")
    head = call().ask("HEAD", path)
    assert (head.status, head.text) == (200, "")
    assert call().get("/stories/never-was").status == 404
    assert call().get(path, Host="elsewhere.example").status == 400


def test_styles_and_pictures_are_there(call, path):
    page = call().get(path).text
    styles = re.search(r'href="(/static/[^"]+\.css)"', page)[1]
    picture = re.search(r'src="(/media/images/[^"]+)"', page)[1]
    assert "immutable" in call().get(styles).getheader("cache-control")
    again = call().get(styles, If_None_Match=call().get(styles).getheader("etag"))
    assert again.status == 304
    assert call().get(styles, Range="bytes=0-9").status == 206
    assert call().get(picture).getheader("content-type").startswith("image/")


def test_a_point_counts_once_somebody_ticks(site, call, path):
    guest = call()
    assert guest.gives(path).status == 200
    assert guest.gives(path).status == 200
    assert 'aria-pressed="true"' in guest.get(path).text
    ticked = site.plaudit("tick", "--once")
    assert ticked.returncode == 0, ticked.stderr
    assert 'value="1"' in call().get(path).text


def test_an_editor_signs_in_and_takes_a_story_back(site, call):
    with site.database():
        story = making.story("Soon taken back")
    alice = editor(site)
    assert alice.fills_in(f"/newsroom/snippets/stories/story/unpublish/{story.pk}/").status == 302
    assert call().get(story.get_absolute_url()).status == 410
