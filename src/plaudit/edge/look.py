"""A first look at what came in: is it the plainest GET there is?

Browsers ask for pages in one piece: a request line, well-formed fields, an empty line. What is
exactly that, and asks for nothing special, is answered from memory. Whatever else it may be, and
in every doubt, the parser gets it: this is no parser for arbitrary requests.
"""

import re
from typing import NamedTuple

LONGEST = 8192
END = b"\r\n\r\n"
FIELDS = re.compile(rb"(?:[!#$%&'*+.^_`|~0-9A-Za-z-]++:[\t\x20-\x7e\x80-\xff]*+\r\n)++\r\n")
# What decides about the answer; of some of them, that they are there is enough to look closer.
DECISIVE = re.compile(
    rb"\n(host|accept-encoding|if-none-match|cookie|connection|content-length|transfer-encoding|"
    rb"te|trailer|upgrade|expect|range|if-range|if-match|if-modified-since|if-unmodified-since|"
    rb"authorization|proxy-[a-z-]+|keep-alive|http2-settings)[\t ]*:[\t ]*([^\r]*)",
    re.IGNORECASE,
)
UNDERSTOOD = {b"host", b"accept-encoding", b"if-none-match", b"cookie", b"if-modified-since"}


class Plain(NamedTuple):
    """A GET that asks for nothing but a page."""

    path: bytes
    host: bytes
    accept_encoding: bytes | None
    if_none_match: bytes | None
    cookie: bytes


def path_of(data: bytes) -> bytes:
    """What a GET asks for, as it is written; empty if this is no GET of HTTP/1.1 in one piece."""
    end = data.find(b" ", 4, 1024)
    if end < 0 or not data.startswith(b"GET /") or len(data) > LONGEST:
        return b""
    if data[end : end + 11] != b" HTTP/1.1\r\n" or not data.endswith(END):
        return b""
    return data[4:end]


def plain(data: bytes, path: bytes) -> Plain | None:
    """The request behind a path that `path_of` found, or None in any doubt."""
    start = len(path) + 15
    if not FIELDS.fullmatch(data, start):
        return None
    found: dict[bytes, bytes] = {}
    for name, value in DECISIVE.findall(data, start - 1):
        field = name.lower()
        if field == b"connection" and value.strip().lower() == b"keep-alive":
            continue
        if field not in UNDERSTOOD or field in found:
            return None
        found[field] = value.rstrip()
    host = found.get(b"host")
    if not host:
        return None
    return Plain(
        path,
        host,
        found.get(b"accept-encoding"),
        found.get(b"if-none-match"),
        found.get(b"cookie", b""),
    )
