"""A whole response, ready to be sent in any encoding, and the file it is kept in."""

import gzip
import hashlib
import json
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, NamedTuple

import brotli

from plaudit.edge.freshness import slots_of

MAGIC = b"plaudit/page/v1\n"
STORABLE = frozenset({200, 301, 404, 410})
GZIP_LEVEL, BROTLI_QUALITY = 6, 5
ENCODINGS = ("br", "gzip", "identity")  # what is liked best first
SUFFIX = {"br": "-br", "gzip": "-gz", "identity": ""}
LEAST_COMPRESSED = 256  # bytes: below that the headers outweigh what is saved
COMPRESSIBLE = ("text/", "application/json", "application/xml", "application/atom+xml",
                "application/javascript", "application/manifest+json", "image/svg+xml")  # fmt: skip
# Said anew for each answer, or about one connection only.
NOT_KEPT = frozenset({
    "connection", "content-encoding", "content-length", "date", "etag", "keep-alive", "server",
    "transfer-encoding", "vary",
})  # fmt: skip
IN_304 = frozenset({"cache-control", "cdn-cache-control", "content-location", "expires"})

Headers = tuple[tuple[str, str], ...]


class NotStorable(ValueError):
    """This answer must not be kept: it is personal, or no page."""


class TornFile(ValueError):
    """These bytes are no page, or not all of it."""


class Representation(NamedTuple):
    """A page in one encoding: two heads that lack the date and the empty line, and the body."""

    etag: bytes
    head: bytes
    head_304: bytes
    body: bytes


@dataclass(frozen=True)
class Page:
    """One answer. `keys` name what it shows; `rendered_at` is when its rendering began, in the
    monotonic clock's nanoseconds. `bodies` has the body by encoding; `identity` is always there.
    """

    status: int
    headers: Headers
    bodies: dict[str, bytes]
    keys: tuple[str, ...] = ()
    rendered_at: int = 0
    slots: list[int] = field(default_factory=list, compare=False, repr=False)
    prepared: dict[str, Representation] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.slots.extend(slots_of(self.keys))
        digest = hashlib.sha256(repr((self.status, self.headers)).encode())
        digest.update(self.bodies["identity"])
        version = urlsafe_b64encode(digest.digest()[:15]).decode()
        for encoding in self.bodies:
            self.prepared[encoding] = self._prepare(encoding, version)

    @property
    def size(self) -> int:
        return sum(map(len, self.bodies.values()))

    def in_encoding(self, accepted: Iterable[str]) -> Representation:
        """The page in the first of these encodings that it has."""
        return next(
            (self.prepared[name] for name in accepted if name in self.prepared),
            self.prepared["identity"],
        )

    def _prepare(self, encoding: str, version: str) -> Representation:
        body = self.bodies[encoding]
        etag = f'"{version}{SUFFIX[encoding]}"'
        told = [*self.headers, ("etag", etag), ("vary", "Accept-Encoding")]
        own = [("content-length", str(len(body)))]
        if encoding != "identity":
            own.append(("content-encoding", encoding))
        unchanged = [(name, value) for name, value in told if name in IN_304 | {"etag", "vary"}]
        return Representation(
            etag.encode(), _head(self.status, told + own), _head(304, unchanged), body
        )

    def to_bytes(self) -> bytes:
        """The page as a file: a line that says what follows, a checksum, the bodies."""
        bodies = b"".join(self.bodies.values())
        about: dict[str, Any] = {
            "status": self.status,
            "headers": self.headers,
            "lengths": {name: len(body) for name, body in self.bodies.items()},
            "keys": self.keys,
            "rendered_at": self.rendered_at,
        }
        line = json.dumps(about, separators=(",", ":")).encode()
        checksum = b"%08x\n" % zlib.crc32(bodies, zlib.crc32(line))
        return b"".join([MAGIC, checksum, line, b"\n", bodies])


def make(
    status: int,
    headers: Iterable[tuple[str, str]],
    body: bytes,
    keys: Iterable[str] = (),
    rendered_at: int = 0,
) -> Page:
    """A page from an application's answer. Raises NotStorable."""
    lowered = [(name.lower(), value) for name, value in headers]
    check_storable(status, lowered)
    kept = tuple((name, value) for name, value in lowered if name not in NOT_KEPT)
    bodies = {"identity": body}
    kind = dict(kept).get("content-type", "")
    if len(body) >= LEAST_COMPRESSED and kind.startswith(COMPRESSIBLE):
        bodies["gzip"] = gzip.compress(body, GZIP_LEVEL, mtime=0)
        bodies["br"] = brotli.compress(body, quality=BROTLI_QUALITY)
    return Page(status, kept, bodies, tuple(sorted(keys)), rendered_at)


def check_storable(status: int, headers: Iterable[tuple[str, str]]) -> None:
    """Whether the same answer may be given to everybody. Raises NotStorable with the reason."""
    if status not in STORABLE:
        raise NotStorable(f"status {status}")
    for name, value in headers:
        if name == "set-cookie":
            raise NotStorable("it sets a cookie")
        if name == "content-encoding":
            raise NotStorable("it is encoded already")
        if name == "cache-control" and {"no-store", "private"} & _directives(value):
            raise NotStorable(f"cache-control: {value}")
        if name == "vary" and not _directives(value) <= {"accept-encoding", "cookie"}:
            raise NotStorable(f"vary: {value}")


def from_bytes(data: bytes) -> Page:
    """The page in a file. Raises TornFile."""
    about, bodies = _opened(data)
    found, start = {}, 0
    for name, length in about["lengths"].items():
        found[name] = bodies[start : start + length]
        start += length
    return Page(
        about["status"],
        tuple((name, value) for name, value in about["headers"]),
        found,
        tuple(about["keys"]),
        about["rendered_at"],
    )


def _opened(data: bytes) -> tuple[dict[str, Any], bytes]:
    if not data.startswith(MAGIC):
        raise TornFile("no page")
    checksum, _, rest = data[len(MAGIC) :].partition(b"\n")
    line, _, bodies = rest.partition(b"\n")
    if checksum != b"%08x" % zlib.crc32(bodies, zlib.crc32(line)):
        raise TornFile("its checksum is another")
    return json.loads(line), bodies


def _directives(value: str) -> set[str]:
    return {part.partition("=")[0].strip().lower() for part in value.split(",")}


def _head(status: int, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    lines += [f"{name}: {value}" for name, value in headers]
    return ("\r\n".join(lines) + "\r\n").encode("latin-1")
