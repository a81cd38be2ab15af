"""Voting as browsers and programs do, for tests."""

import json
import secrets
from typing import Any

from django.http import HttpResponse
from django.test import Client

from plaudit.points import ballots
from plaudit.points.models import Ballot
from plaudit.points.voters import Voter
from plaudit.stories import ulid
from plaudit.stories.models import Story


def subject() -> str:
    """An id that nobody has given points to."""
    return f"s/{ulid.new()}"


def guest() -> Voter:
    return Voter(Ballot.Kind.GUEST, secrets.token_bytes(32))


def give(client: Client, story: Story, value: Any, **more: Any) -> HttpResponse:
    """As the page's script does; `more` are fields, `headers` and `REMOTE_ADDR` apart."""
    headers = more.pop("headers", {})
    environment = {name: more.pop(name) for name in list(more) if name.isupper()}
    response: Any = client.post(
        address(story),
        json.dumps({"value": value, "nonce": ballots.new_nonce()} | more),
        content_type="application/json",
        headers={"Accept": "application/json", "Sec-Fetch-Site": "same-origin"} | headers,
        **environment,
    )
    return response


def press(client: Client, story: Story, value: str, **more: Any) -> HttpResponse:
    """As the page's form does in a browser without JavaScript."""
    response: Any = client.post(
        address(story),
        f"value={value}",
        content_type="application/x-www-form-urlencoded",
        headers={"Accept": "text/html", "Sec-Fetch-Site": "same-origin"},
        **more,
    )
    return response


def address(story: Story) -> str:
    return f"{story.get_absolute_url()}/point"


def given(about: str) -> list[tuple[int, int]]:
    """The ballots on a subject, as (revision, value), in order."""
    return list(Ballot.objects.filter(about=about).order_by("id").values_list("rev", "value"))


def value_of(about, tag):
    """The value in force, 0 where there is none."""
    last = ballots.in_force(about, tag)
    return last.value if last else 0
