"""Passing stories on and reading them as browsers do, for tests."""

from typing import Any
from xml.etree import ElementTree as ET

from django.http import HttpResponse
from django.test import Client

from plaudit.sharing.models import ShareTally, ViewTally
from plaudit.stories.models import Story

SITE = "http://127.0.0.1:8000"
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0"
OWN_PAGE = {"Sec-Fetch-Site": "same-origin", "User-Agent": FIREFOX}
AWKWARD = {
    "an ampersand": "Salt & pepper & <b>vinegar</b>",
    "quotes": "The “Hope” isn't \"late\" – it's 'early'",
    "emoji": "A ferry ⛴️ and a family 👩‍👩‍👧 on it",
    "Arabic": "العبّارة تغادر في موعدها",
    "braces, hashes and percent signs": "{url} #1: 100% of {text} + ?a=b;c",
    "200 characters": "é&" * 100,
}


def share(client: Client, story: Story, network: str = "copy", **more: Any) -> HttpResponse:
    """As the page's script does; `headers` are added to its own."""
    headers = OWN_PAGE | more.pop("headers", {})
    address = f"{story.get_absolute_url()}/share"
    answer: Any = client.post(
        address,
        f"network={network}",
        content_type="application/x-www-form-urlencoded",
        headers=headers,
        **more,
    )
    return answer


def read(client: Client, story: Story, **more: Any) -> HttpResponse:
    """As the page's beacon does, when the page has been in view for some seconds."""
    headers = OWN_PAGE | more.pop("headers", {})
    answer: Any = client.post(f"{story.get_absolute_url()}/view", headers=headers, **more)
    return answer


def shares_of(story: Story) -> int:
    return sum(ShareTally.objects.filter(about=story.about).values_list("shares", flat=True))


def views_of(story: Story) -> int:
    return sum(ViewTally.objects.filter(about=story.about).values_list("views", flat=True))


def xml(answer: HttpResponse) -> ET.Element:
    """The answer's document; a parser that does not forgive has read it."""
    assert answer.status_code == 200, answer.content
    return ET.fromstring(answer.content)
