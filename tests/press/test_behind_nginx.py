"""nginx in front, by the configuration that operators are given."""

import re

import pytest

from bench import front
from plaudit.people import guests
from tests.support import making, others
from tests.support.calling import Caller, soon


class Behind(Caller):
    """Asks nginx, whose pages are kept for a second more."""

    def __init__(self, site, address):
        super().__init__(site)
        self.address = address


@pytest.fixture
def address(running_site):
    others.need("nginx", "nginx-light")
    with front.of(running_site) as found:
        yield found


@pytest.fixture
def path(running_site):
    with running_site.database():
        return making.story("Read through nginx").get_absolute_url()


def test_a_page_is_kept_and_follows_what_happens(running_site, address, path):
    reader = Behind(running_site, address)
    assert reader.get(path).status == 200
    zipped = reader.get(path, Accept_Encoding="gzip")
    assert zipped.getheader("content-encoding") == "gzip"
    etag = reader.get(path).getheader("etag")
    assert reader.get(path, If_None_Match=etag).status == 304
    assert Caller(running_site).gives(path).status == 200
    soon(lambda: 'value="1"' in reader.get(path).text)


@pytest.mark.parametrize(
    ("accepted", "sent"),
    [("gzip;q=0.5", "gzip"), ("br, gzip", "br"), ("br;q=0, gzip", "gzip"), ("gzip;q=0", None),
     ("gzip ; q=0.000", None), ("br; q=0 , gzip; Q=0", None), ("identity", None)],
)  # fmt: skip
def test_nobody_gets_an_encoding_that_they_refuse(running_site, address, path, accepted, sent):
    reader = Behind(running_site, address)
    reader.get(path)
    assert reader.get(path, Accept_Encoding=accepted).getheader("content-encoding") == sent


def test_a_guest_without_scripts_gets_the_own_page_and_nobody_else_does(
    running_site, address, path
):
    guest, stranger = Behind(running_site, address), Behind(running_site, address)
    guest.cookies[guests.cookie_name()] = "A" * 43
    voter = Caller(running_site)
    voter.cookies = guest.cookies
    assert voter.gives(path).status == 200
    for _ in range(3):
        assert 'aria-pressed="true"' in guest.get(path).text
        assert 'aria-pressed="true"' not in stranger.get(path).text
    assert not re.search("set-cookie", str(stranger.get(path).headers), re.IGNORECASE)


def test_the_public_log_is_the_same_through_it(running_site, address):
    reader = Behind(running_site, address)
    soon(lambda: reader.get("/ledger/checkpoint").status == 200)
    tile = reader.get("/ledger/tile/entries/000.p/1")
    assert tile.getheader("access-control-allow-origin") == "*"
    assert tile.getheader("cache-control") == "public, max-age=31536000, immutable"
    assert tile.getheader("content-type") == "application/octet-stream"
    assert tile.text == Caller(running_site).get("/ledger/tile/entries/000.p/1").text
    assert reader.get("/ledger/tile/0/000.p/2").status in (200, 404)  # ours, of a larger log
    assert reader.get("/ledger/tile/../../plaudit.toml").status in (400, 404)
