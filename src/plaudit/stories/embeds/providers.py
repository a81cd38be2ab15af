"""The providers whose players a reader may open, and the addresses that we build for them.

Whatever an editor types becomes an id by a pattern, and the id becomes our own addresses: nothing
that a provider answers is ever an address or a piece of a page.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple


class Provider(NamedTuple):
    """`page`, `player` are filled with what `pattern` finds; `height` is that of a sound player."""

    name: str
    pattern: str  # of an address without its scheme
    page: str
    player: str
    endpoint: str  # oEmbed 1.0, JSON
    height: int = 0  # pixels, the same whatever the width; 0 for a picture with a ratio

    @property
    def origin(self) -> str:
        """What a policy has to let in for the player."""
        return "/".join(self.player.split("/")[:3])


class Player(NamedTuple):
    provider: Provider
    page: str  # the address of the thing itself, the same however it was typed
    source: str  # the player's

    @property
    def endpoint(self) -> str:
        return self.provider.endpoint


_FIXED = [
    Provider(
        name="YouTube",
        pattern=r"(?:(?:www\.|m\.)?youtube\.com/(?:watch\?(?:[^#]*&)?v=|shorts/|live/|embed/)"
        r"|youtu\.be/|www\.youtube-nocookie\.com/embed/)([\w-]{11})(?![\w-])",
        page="https://www.youtube.com/watch?v={0}",
        player="https://www.youtube-nocookie.com/embed/{0}",
        endpoint="https://www.youtube.com/oembed",
    ),
    Provider(
        name="Vimeo",
        pattern=r"(?:www\.|player\.)?vimeo\.com/(?:video/|channels/[\w-]+/)?(\d{5,12})/?(?![\w/])",
        page="https://vimeo.com/{0}",
        player="https://player.vimeo.com/video/{0}?dnt=1",
        endpoint="https://vimeo.com/api/oembed.json",
    ),
    Provider(
        name="Dailymotion",
        pattern=r"(?:(?:www\.)?dailymotion\.com/video/|dai\.ly/)([a-zA-Z0-9]{5,12})(?![a-zA-Z0-9])",
        page="https://www.dailymotion.com/video/{0}",
        player="https://geo.dailymotion.com/player.html?video={0}",
        endpoint="https://www.dailymotion.com/services/oembed",
    ),
    Provider(
        name="SoundCloud",
        pattern=r"(?:www\.|m\.)?soundcloud\.com/([\w-]+/(?:sets/)?[\w-]+)/?(?![\w/-])",
        page="https://soundcloud.com/{0}",
        player="https://w.soundcloud.com/player/?url=https%3A//soundcloud.com/{0}",
        endpoint="https://soundcloud.com/oembed",
        height=166,
    ),
    Provider(
        name="Spotify",
        pattern=r"open\.spotify\.com/(?:intl-\w+/)?(track|album|playlist|episode|show)/"
        r"([a-zA-Z0-9]{22})(?![a-zA-Z0-9])",
        page="https://open.spotify.com/{0}/{1}",
        player="https://open.spotify.com/embed/{0}/{1}",
        endpoint="https://open.spotify.com/oembed",
        height=352,
    ),
]


def find(url: str, peertube: Collection[str] = ()) -> Player | None:
    """The player of an address; None if it is of nobody on the list.

    `peertube` are the origins of PeerTube servers that the site trusts: the setting.
    """
    found = re.fullmatch(r"https?://([^\s/]+)(/\S+)", url.strip())
    if not found:
        return None
    address = found[1].lower() + found[2]
    for provider in _all(peertube):
        if ids := re.match(provider.pattern, address, re.ASCII):
            page, source = provider.page, provider.player
            return Player(provider, page.format(*ids.groups()), source.format(*ids.groups()))
    return None


def origins(peertube: Collection[str] = ()) -> list[str]:
    """Every place that a page may open a frame of."""
    return sorted({provider.origin for provider in _all(peertube)})


def _all(peertube: Collection[str]) -> Iterator[Provider]:
    yield from _FIXED
    for origin in peertube:
        host = origin.partition("://")[2]
        yield Provider(
            name=f"PeerTube, {host}",
            pattern=re.escape(host)
            + r"/(?:w|videos/(?:watch|embed))/([a-zA-Z0-9-]{22,36})(?![\w-])",
            page=origin + "/w/{0}",
            player=origin + "/videos/embed/{0}",
            endpoint=f"{origin}/services/oembed",
        )
