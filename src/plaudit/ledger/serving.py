"""What strangers may fetch of the log, under which names, and how long they may keep it."""

import re

from plaudit.ledger.folder import CHECKPOINT, KEYS, MAPS
from plaudit.ledger.maps import LATEST
from plaudit.tlog import tiles
from plaudit.tlog.refused import Malformed

PREFIX = "/ledger/"
TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"
FOR_ALL = {"access-control-allow-origin": "*", "x-content-type-options": "nosniff"}
IN_MAP = re.compile(rf"{MAPS}/(?:0|[1-9][0-9]{{0,18}})/")
SHORT = {"cache-control": "public, max-age=5"}
FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}


def of_tile(path: str) -> dict[str, str] | None:
    """The headers of a tile or bundle, of the log or of a map of its points; None if there can be
    none at this path."""
    try:
        in_map = IN_MAP.match(path)
        tiles.parse_path(path[in_map.end() :] if in_map else path)
    except Malformed:
        return None
    return {"content-type": BYTES, **FOR_EVER, **FOR_ALL}


def of_file(path: str) -> dict[str, str] | None:
    """The same, and those of the checkpoint, of the keys, which every vote asks for, and of what
    says which map is the latest."""
    if path in (CHECKPOINT, KEYS, LATEST):
        return {"content-type": TEXT, **SHORT, **FOR_ALL}
    return of_tile(path)
