"""What an auditor remembers of a log between two audits, in a folder of its own.

The key that was trusted, the last checkpoint that was proved, what was promised then, and the full
tiles and bundles, which never change. Losing the folder costs a download, and the knowledge of
what was seen: keep it if you mean to watch a site.
"""

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

from plaudit.tlog.tiles import Tile

MOST_NAME = 180


def folder() -> Path:
    """XDG base directory specification, "XDG_CACHE_HOME"."""
    chosen = os.environ.get("XDG_CACHE_HOME", "")
    base = Path(chosen) if Path(chosen).is_absolute() else Path.home() / ".cache"
    return base / "plaudit" / "audit"


class Memory:
    def __init__(self, base: Path, origin: str) -> None:
        self.path = base / ("origin-" + quote(origin, safe=""))[:MOST_NAME]

    def key(self) -> str:
        return self._text("key")

    def keep_key(self, key: str) -> None:
        self.write("key", f"{key}\n".encode())

    def checkpoint(self) -> bytes:
        """The signed note, or nothing."""
        return self._bytes("checkpoint")

    def keep_checkpoint(self, note: bytes) -> None:
        self.write("checkpoint", note)

    def promise(self) -> dict[str, Any]:
        """What the last audit was told of ballots that were not in the log yet."""
        try:
            found = json.loads(self._bytes("promise.json"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def keep_promise(self, promise: dict[str, Any]) -> None:
        self.write("promise.json", json.dumps(promise).encode())

    def has_tile(self, tile: Tile) -> bool:
        return tile.is_full and (self.path / tile.path).is_file()

    def tile(self, tile: Tile) -> bytes:
        """The bytes of a full tile or bundle, or nothing."""
        return self._bytes(tile.path) if tile.is_full else b""

    def keep_tile(self, tile: Tile, data: bytes) -> None:
        if tile.is_full:
            self.write(tile.path, data)

    def forget_tile(self, tile: Tile) -> None:
        with suppress(OSError):
            (self.path / tile.path).unlink()

    def write(self, name: str, data: bytes) -> Path:
        """By renaming, so that a file is there whole or not at all."""
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        passing = path.with_name(f"{path.name}.{os.getpid()}.new")
        passing.write_bytes(data)
        passing.replace(path)
        return path

    def _bytes(self, name: str) -> bytes:
        try:
            with open(f"{self.path}/{name}", "rb") as file:  # noqa: PTH123  (thousands of files)
                return file.read()
        except OSError:
            return b""

    def _text(self, name: str) -> str:
        return self._bytes(name).decode(errors="replace").strip()
