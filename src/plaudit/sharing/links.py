"""Plain links to the networks the newsroom has chosen: no script, nothing fetched from them."""

from typing import NamedTuple

from plaudit.people.models import Policy
from plaudit.people.networks import NETWORKS
from plaudit.stories import lines


class Link(NamedTuple):
    key: str
    name: str
    url: str

    @property
    def is_page(self) -> bool:
        """Whether it leads to a page, and not to the reader's own mail program."""
        return self.url.startswith("https:")


def links(url: str, headline: str) -> list[Link]:
    """A link for each chosen network. On one line: a headline must not add a line to a letter."""
    text = lines.clean(headline)
    chosen = ((key, NETWORKS[key]) for key in Policy.load().networks)
    return [Link(key, str(network.name), network.link(url, text)) for key, network in chosen]
