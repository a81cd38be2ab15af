"""Where a request comes from. Nothing here is ever stored; `prefix` is the coarsest thing used."""

import ipaddress
import re
from collections.abc import Callable
from functools import cache

from django.http import HttpRequest, HttpResponse

from plaudit import settings

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network
# The usual case, as `parse` would write it too; a thirtieth of its time.
OCTET = r"(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
PLAIN_IPV4 = re.compile(rf"({OCTET}\.{OCTET}\.{OCTET}\.){OCTET}")
NOWHERE = ipaddress.IPv4Address("0.0.0.0")  # noqa: S104  (a peer without an address: a socket file)


@cache
def trusted_proxies() -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(item) for item in settings.load().trusted_proxies)


class ClientAddressMiddleware:
    """Believes forwarding headers from a configured proxy only, and removes all others."""

    FORWARDED = ("HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST")

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        peer = request.META.get("REMOTE_ADDR", "")
        if is_proxy(peer):
            chain = request.META.get("HTTP_X_FORWARDED_FOR", "")
            request.META["REMOTE_ADDR"] = client_behind(peer, chain)
        else:
            for header in self.FORWARDED:
                request.META.pop(header, None)
        return self.get_response(request)


def is_proxy(peer: str) -> bool:
    """Whether what this peer forwards is to be believed."""
    trusted = trusted_proxies()
    return bool(trusted) and is_trusted(parse(peer), trusted)


def client_behind(proxy: str, forwarded_for: str) -> str:
    """The address of whoever asks through a configured proxy."""
    return str(client(parse(proxy), forwarded_for, trusted_proxies()))


def client(peer: Address, forwarded_for: str, trusted: tuple[Network, ...]) -> Address:
    """The rightmost address that is no trusted proxy; the peer itself if there is none."""
    nearest = peer
    for item in reversed([part.strip() for part in forwarded_for.split(",") if part.strip()]):
        if not is_trusted(nearest, trusted):
            break
        found = parse(item)
        if found == NOWHERE:
            break
        nearest = found
    return nearest


def prefix(address: str) -> str:
    """The block an address belongs to: /24 of IPv4, /48 of IPv6."""
    if plain := PLAIN_IPV4.fullmatch(address):
        return f"{plain[1]}0/24"
    found = parse(address)
    bits = 24 if found.version == 4 else 48
    spare = found.max_prefixlen - bits
    return f"{type(found)(int(found) >> spare << spare)}/{bits}"


def parse(text: str) -> Address:
    """An address as servers and proxies write it: mapped IPv4, a port, brackets or a zone."""
    text = text.strip().strip('"')
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return NOWHERE
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def is_trusted(address: Address, trusted: tuple[Network, ...]) -> bool:
    return any(address in network for network in trusted)
