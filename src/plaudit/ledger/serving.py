"""What strangers may fetch of the log, under which names, and how long they may keep it."""

from plaudit.ledger.folder import CHECKPOINT, KEYS
from plaudit.tlog import tiles
from plaudit.tlog.refused import Malformed

PREFIX = "/ledger/"
TEXT = "text/plain; charset=utf-8"
BYTES = "application/octet-stream"
FOR_ALL = {"access-control-allow-origin": "*", "x-content-type-options": "nosniff"}
SHORT = {"cache-control": "public, max-age=5"}
FOR_EVER = {"cache-control": "public, max-age=31536000, immutable"}


def of_tile(path: str) -> dict[str, str] | None:
    """The headers of a tile or bundle; None if no log has one at this path."""
    try:
        tiles.parse_path(path)
    except Malformed:
        return None
    return {"content-type": BYTES, **FOR_EVER, **FOR_ALL}


def of_file(path: str) -> dict[str, str] | None:
    """The same, and those of the checkpoint and of the keys, which every vote asks for."""
    if path in (CHECKPOINT, KEYS):
        return {"content-type": TEXT, **SHORT, **FOR_ALL}
    return of_tile(path)
