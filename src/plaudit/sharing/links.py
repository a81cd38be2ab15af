"""Plain links to the networks the newsroom has chosen: no script, nothing fetched from them."""

from typing import NamedTuple

from plaudit.people.models import Policy
from plaudit.people.networks import NETWORKS


class Link(NamedTuple):
    key: str
    name: str
    url: str


def links(url: str, headline: str) -> list[Link]:
    return [
        Link(key, NETWORKS[key].name, NETWORKS[key].link(url, headline))
        for key in Policy.load().networks
    ]
