"""A site that sends mail, and the hands that would carry it: what `plaudit run` does by itself."""

from datetime import timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from plaudit import flow, settings
from plaudit.engine import tasks
from plaudit.telling import bulletins
from tests.support import making


@pytest.fixture(autouse=True)
def _sends_mail(monkeypatch):
    cache.clear()
    site = settings.load().model_copy(update={"mail": "smtp://plaudit@mail.example"})
    monkeypatch.setattr(settings, "load", lambda: site)


@pytest.fixture
def story(racing_db):
    return making.story("The ferry left at nine")


@pytest.fixture
def browser(charlie):
    """Charlie's, signed in."""
    client = Client()
    client.force_login(charlie)
    return client


def take_up():
    """The tick numbers what happened, and letters are made out."""
    flow.tick(timezone.now())
    bulletins.look_out()


def carry(after=bulletins.DELAY):
    """All of it, and the letters go once their time has come."""
    take_up()
    with time_machine.travel(timezone.now() + after + timedelta(seconds=1), tick=True):
        while tasks.work():
            pass


def watch(client, story, wanted="1", **headers):
    return client.post(
        f"{story.get_absolute_url()}/watch",
        {"is_wanted": wanted},
        headers={"Sec-Fetch-Site": "same-origin"} | headers,
    )
