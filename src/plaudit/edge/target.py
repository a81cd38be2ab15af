"""Whom a request names as its host: exactly one, and its target no other (RFC 9112, section 3.2).

Where two are named, a cache or a proxy in front may have gone by the one and the site by the other.
"""

from collections.abc import Iterable


def is_clear(target: bytes, headers: Iterable[tuple[bytes, bytes]], version: str) -> bool:
    """Whether there can be no two opinions; names of headers in small letters."""
    hosts = [value for name, value in headers if name == b"host"]
    if len(hosts) != 1:
        return not hosts and version == "1.0" and target.startswith(b"/")
    return target.startswith((b"/", b"*")) or _host_in(target) == hosts[0].lower()


def _host_in(address: bytes) -> bytes:
    """The host and port of a whole address, in small letters; empty where there is none."""
    _scheme, _, rest = address.lower().partition(b"://")
    return rest.partition(b"/")[0].partition(b"?")[0]
