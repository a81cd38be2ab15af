"""The press: what servers ask for through the pipe is rendered; bounds are kept."""

import os

import pytest
from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections

from plaudit.edge.store import PageStore
from plaudit.press import printing
from plaudit.press.printing import Press
from plaudit.press.rules import SiteRules
from tests.support import making

pytestmark = pytest.mark.django_db


class NotingRules(SiteRules):
    """The site's rules, which remember what was made."""

    def make(self, key):
        self.made = [*getattr(self, "made", []), key]
        return super().make(key)


class AtWork:
    def __init__(self, folder, most_megabytes=10):
        self.store = PageStore(folder)
        settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
        self.rules = NotingRules(get_wsgi_application(), self.store)
        self.hears, self.asks = os.pipe()
        self.press = Press(self.store, self.rules, self.hears, most_megabytes)

    def ask(self, *keys):
        os.write(self.asks, "".join(f"{key}\n" for key in keys).encode())

    def end(self):
        os.close(self.hears)
        os.close(self.asks)
        self.store.close()


@pytest.fixture
def at_work(tmp_path, monkeypatch):
    monkeypatch.setattr(printing, "WAIT_SECONDS", 0.01)
    for signal in (request_started, request_finished):  # as Django's own test client does
        signal.disconnect(close_old_connections)
    found = AtWork(tmp_path / "store")
    yield found
    found.end()
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def test_what_is_asked_for_many_times_is_rendered_once(at_work):
    path = making.story().get_absolute_url()
    at_work.ask(path, path, "/no/such/page", path)
    assert at_work.press.step()
    assert at_work.rules.made.count(path) == 1
    assert at_work.store.get(path).status == 200


def test_a_name_that_comes_in_two_pieces_is_put_together(at_work):
    path = making.story().get_absolute_url()
    os.write(at_work.asks, path[:9].encode())
    at_work.press.step()
    assert at_work.store.get(path) is None
    os.write(at_work.asks, f"{path[9:]}\n".encode())
    at_work.press.step()
    assert at_work.store.get(path) is not None


def test_it_is_warm_before_anybody_asks(at_work, monkeypatch):
    monkeypatch.setattr(printing, "COLD_SECONDS", 0)
    path = making.story().get_absolute_url()
    press = Press(at_work.store, at_work.rules, at_work.hears, 10)
    press.step()
    assert at_work.rules.made == ["/", path]
    press.step()
    assert at_work.rules.made == ["/", path]


def test_an_empty_site_warms_it_as_far_as_it_goes(at_work, monkeypatch):
    monkeypatch.setattr(printing, "COLD_SECONDS", 0)
    Press(at_work.store, at_work.rules, at_work.hears, 10).step()
    assert at_work.rules.made == ["/"]


def test_the_store_is_trimmed_from_time_to_time(at_work, monkeypatch):
    monkeypatch.setattr(printing, "TRIM_SECONDS", 0)
    path = making.story().get_absolute_url()
    at_work.ask(path)
    Press(at_work.store, at_work.rules, at_work.hears, 0).step()
    assert at_work.store.get(path) is None
