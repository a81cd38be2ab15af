"""What is fetched from elsewhere on somebody's word: public addresses only, within bounds.

Whoever may type an address into a form could otherwise have the site ask its neighbours: the
router, the database, a cloud's metadata. So a name is looked up once, every address it has must be
public, and the connection goes to an address that was looked at; a redirect is looked at anew.
"""

import re
import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
)
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from plaudit import __version__

Network = IPv4Network | IPv6Network
SECONDS = 10.0
MOST_BYTES = 1_000_000
MOST_REDIRECTS = 5
LONGEST = 2_000
WEB_PORTS = {80, 443}
FIRST_FREE_PORT = 1024  # below it only the web's own ports: no mail, no file servers
REDIRECTS = {301, 302, 303, 307, 308}
UNCHANGED = "%/:;=&?~+!$,'@()*[]"  # in a path or a query that is quoted already or need not be
UNKNOWN_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address


@dataclass(frozen=True)
class Fetched:
    url: str  # after all redirects
    status: int
    kind: str  # the media type, without parameters; "" if there was none
    body: bytes


class Unfetched(Exception):
    """There is no answer; the message says why, in a sentence."""


class Nowhere(Unfetched):
    """The name of the site is nobody's."""


def fetch(
    url: str,
    *,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
    accept: str = "*/*",
    also: Collection[str] = (),
) -> Fetched:
    """What a GET of an http(s) address answers, whatever its status. Raises Unfetched.

    Takes no longer than `seconds` after its names were looked up, redirects included. A longer body
    than `most_bytes` is Unfetched; with 0 no body is read. `also` are networks that may be reached
    though they are not public: the setting `fetch_networks`.
    """
    networks = [ip_network(text) for text in also]
    until = time.monotonic() + seconds
    for _hop in range(MOST_REDIRECTS + 1):
        parts = _parts(url)
        with _asked(parts, until, accept, networks) as answer:
            leads_to = answer.headers["location"] if answer.status in REDIRECTS else None
            if not leads_to:
                body = _body(answer, most_bytes) if most_bytes else b""
                return Fetched(url, answer.status, _kind(answer), body)
            url = urljoin(url, leads_to)
    raise Unfetched(f"It leads on more than {MOST_REDIRECTS} times.")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether anybody on the internet could reach this address as well as we."""
    if isinstance(address, IPv6Address) and (inner := _inner(address)):
        return is_public(inner)
    return address.is_global and not address.is_multicast


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that is reached by this one."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    teredo = address.teredo[1] if address.teredo else None
    return address.ipv4_mapped or address.sixtofour or teredo


def _parts(url: str) -> SplitResult:
    if len(url) > LONGEST or re.search(r"[\x00-\x20\x7f]", url):
        raise Unfetched("This is no address on the web.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Unfetched("This is no address on the web.") from None
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Unfetched("Only addresses that begin with https:// or http:// are fetched.")
    if parts.username is not None or parts.password is not None:
        raise Unfetched("An address with a name or a password in it is not fetched.")
    if port is not None and port not in WEB_PORTS and port < FIRST_FREE_PORT:
        raise Unfetched(f"Nothing is fetched from port {port}.")
    return parts


@contextmanager
def _asked(
    parts: SplitResult, until: float, accept: str, also: list[Network]
) -> Iterator[HTTPResponse]:
    host = _host(parts.hostname or "")
    port = parts.port or (443 if parts.scheme == "https" else 80)
    addresses = _reachable(host, port, also)
    with closing(_connection(parts.scheme, host, port)) as connection:
        try:
            connection.sock = _connected(addresses, until)
            if isinstance(connection, HTTPSConnection):
                connection.sock = _secured(connection.sock, host)
            with _cut_at(until, connection.sock):
                connection.request("GET", _target(parts), headers=_headers(accept))
                with closing(connection.getresponse()) as answer:
                    yield answer
                if time.monotonic() >= until:  # what was cut looks like an end
                    raise TimeoutError
        except (OSError, HTTPException, ValueError) as error:
            raise Unfetched(_said(error, until)) from None


def _connection(scheme: str, host: str, port: int) -> HTTPConnection:
    kind = HTTPSConnection if scheme == "https" else HTTPConnection
    return kind(host, port, timeout=SECONDS)


def _secured(plain: socket.socket, host: str) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(plain, server_hostname=host)


def _host(name: str) -> str:
    try:
        return name.encode("idna").decode() if not name.isascii() else name
    except UnicodeError:
        raise Unfetched("This is no address on the web.") from None


def _reachable(host: str, port: int, also: list[Network]) -> list[tuple[str, int]]:
    """Where to connect to. All of a name's addresses must be public, or it is asked nowhere."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except socket.gaierror as error:
        if error.errno not in UNKNOWN_NAME:  # whoever knows names cannot be asked just now
            raise Unfetched("Its name could not be looked up.") from None
        raise Nowhere("There is no such place on the web.") from None
    except (OSError, UnicodeError):
        raise Unfetched("There is no such place on the web.") from None
    addresses = [str(entry[4][0]) for entry in found]
    for text in addresses:
        address = ip_address(text.partition("%")[0])
        if not is_public(address) and not any(address in network for network in also):
            raise Unfetched("This address is not on the public web, so it is not fetched.")
    return [(text, port) for text in dict.fromkeys(addresses)]


def _connected(addresses: list[tuple[str, int]], until: float) -> socket.socket:
    """A connection to the first that takes one."""
    failure: OSError = TimeoutError()
    for address in addresses:
        remaining = until - time.monotonic()
        if remaining <= 0:
            break
        try:
            return socket.create_connection(address, remaining)
        except OSError as error:
            failure = error
    raise failure


@contextmanager
def _cut_at(until: float, connected: socket.socket) -> Iterator[None]:
    """Who sends a byte now and then is not waited for: at that time the connection is shut."""

    def shut() -> None:
        with suppress(OSError):
            socket.socket.shutdown(connected, socket.SHUT_RDWR)

    timer = threading.Timer(max(0.0, until - time.monotonic()), shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", UNCHANGED)
    return f"{path}?{quote(parts.query, UNCHANGED)}" if parts.query else path


def _headers(accept: str) -> dict[str, str]:
    return {
        "User-Agent": f"plaudit/{__version__}",
        "Accept": accept,
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _kind(answer: HTTPResponse) -> str:
    return answer.headers.get_content_type() if "content-type" in answer.headers else ""


def _body(answer: HTTPResponse, most_bytes: int) -> bytes:
    body = answer.read(most_bytes + 1)
    if len(body) > most_bytes:
        raise Unfetched(f"It has more than {most_bytes:,} bytes.")
    if answer.length:
        raise IncompleteRead(body, answer.length)
    return body


def _said(error: Exception, until: float) -> str:
    if isinstance(error, TimeoutError) or time.monotonic() >= until:
        return "It did not answer in time."
    if isinstance(error, IncompleteRead):
        return "It ended in the middle."
    if isinstance(error, ssl.SSLError):
        return "Its certificate is not valid, or it does not speak https."
    return f"It cannot be reached: {(str(error) or type(error).__name__).rstrip('.')}."
