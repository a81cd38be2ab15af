"""Plain links to the networks the newsroom has chosen: no script, nothing fetched from them."""

from typing import NamedTuple

from plaudit.people.models import Policy
from plaudit.people.networks import NETWORKS


class Link(NamedTuple):
    key: str
    name: str
    url: str

    @property
    def is_page(self) -> bool:
        """Whether it leads to a page, and not to the reader's own mail program."""
        return self.url.startswith("https:")


def links(url: str, headline: str) -> list[Link]:
    return [
        Link(key, str(NETWORKS[key].name), NETWORKS[key].link(url, headline))
        for key in Policy.load().networks
    ]
