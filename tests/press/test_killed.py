"""Killed as by a power failure, again and again, while votes come in and pages are rendered."""

import secrets
import threading
import time
from base64 import urlsafe_b64encode
from http.client import HTTPException

from plaudit.edge import page as pages
from plaudit.people import guests
from plaudit.points import tallies, voters
from plaudit.points.models import Ballot
from tests.support import making
from tests.support.calling import Caller, soon
from tests.support.choices import choose

KILLS = 50
VOTERS = 4
LOAD_SECONDS = 0.4


class Load:
    """Guests who give points one after another until the site is gone; who was answered 200."""

    def __init__(self, site, path):
        self._site, self._path = site, path
        self.acknowledged: list[bytes] = []
        self._threads = [threading.Thread(target=self._vote) for _ in range(VOTERS)]
        for thread in self._threads:
            thread.start()

    def _vote(self):
        while True:
            secret = secrets.token_bytes(guests.SECRET_BYTES)
            guest = Caller(self._site)
            guest.cookies["guest"] = urlsafe_b64encode(secret).decode().rstrip("=")
            try:
                guest.get(self._path)
                if guest.gives(self._path).status == 200:
                    self.acknowledged.append(secret)
            except (OSError, HTTPException):  # the site is gone, in the middle of a word perhaps
                return

    def end(self):
        for thread in self._threads:
            thread.join(60)
            assert not thread.is_alive()


def test_fifty_kills_under_load_lose_no_acknowledged_point_and_tear_no_page(own_site):
    with own_site.database():
        story = making.story()
        choose(guests_per_prefix=30_000)
    path, acknowledged = story.get_absolute_url(), []
    for _ in range(KILLS):
        own_site.start()
        load = Load(own_site, path)
        time.sleep(LOAD_SECONDS)
        own_site.kill()
        load.end()
        acknowledged += load.acknowledged
        for file in own_site.home.glob("pages/*/pages/*/*"):
            if not file.name.startswith("."):
                pages.from_bytes(file.read_bytes())  # raises TornFile
    own_site.start()
    with own_site.database():
        origin = own_site.url.removeprefix("http://")
        tags = {voters.tag(origin, story.about, secret) for secret in acknowledged}
        soon(lambda: not Ballot.objects.filter(number=None).exists())
        given = dict(Ballot.objects.filter(about=story.about).values_list("tag", "value"))
        assert len(acknowledged) >= KILLS
        assert tags <= given.keys()
        soon(lambda: tallies.live_one(story.about).total == sum(given.values()))
        assert Ballot.objects.count() == len(given)  # each guest voted once
    figure = f'value="{len(given)}"'
    soon(lambda: figure in Caller(own_site).get(path).text)
