"""The keys that sign the log and its receipts: files in the site's folder, for its owner alone.

`keys/ledger.key` signs checkpoints under the origin's name, `keys/ack.key` signs receipts under
the origin's name and `/ack`. They are made when they are needed and not there. Machines that share
a database share these files, too: whoever copies one copies the folder.
"""

import os
import re
import secrets
import stat
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from plaudit import settings
from plaudit.refusal import Refusal
from plaudit.tlog.keys import SecretKey, SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed

FOLDER = "keys"
LEDGER, ACK = "ledger.key", "ack.key"
SIGNED = "ledger/checkpoint"
FORMER = "former.keys"  # what signed before a rotation, the public halves, latest first
MOST_BYTES = 4096
ACK_NAME = "/ack"
LATER = "(/[1-9][0-9]*)?"  # a log in place of a lost one: gazette.example/2
Kind = TypeVar("Kind", bound=SecretKey)


class NoKey(Refusal):
    """A key cannot be used: which file, why, and what to do about it."""


def signer() -> SignerKey:
    """The key that signs checkpoints; its name is the log's origin. Raises NoKey."""
    return _key(LEDGER, "")


def ack_signer() -> SignerKey:
    """The key that signs acknowledgements of votes. Raises NoKey."""
    return _key(ACK, ACK_NAME)


def public_keys() -> list[VerifierKey]:
    """The log's, that of the receipts, then those that were in use before. Raises NoKey."""
    current = [VerifierKey.parse(str(key().verifier)) for key in (signer, ack_signer)]
    return [*current, *(key for key in former_keys() if key not in current)]


def public_text() -> str:
    """The public keys as strangers get them, a line each. Raises NoKey."""
    return "".join(f"{key}\n" for key in public_keys())


def former_keys() -> list[VerifierKey]:
    path = folder() / FORMER
    try:
        return [VerifierKey.parse(line) for line in path.read_text().splitlines()]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, Malformed) as error:
        raise NoKey(f"{path} cannot be read: {error}") from None


def folder() -> Path:
    return settings.load().home / FOLDER


def replace(origin: str, former: Iterable[VerifierKey]) -> None:
    """New keys for the log of this origin. What signed before is remembered by its public half."""
    known = dict.fromkeys(map(str, [*former, *former_keys()]))
    try:
        folder().mkdir(mode=0o700, exist_ok=True)
        _put(folder() / FORMER, "".join(f"{key}\n" for key in known))
        for file, ending in ((LEDGER, ""), (ACK, ACK_NAME)):
            _put(folder() / file, f"{SignerKey.generate(origin + ending).secret_text()}\n")
        _fsync(folder())
    except OSError as error:
        raise NoKey(f"{folder()} cannot be written to: {error.strerror}.") from None


def _key(file: str, ending: str) -> SignerKey:
    """The key in a file, which is read again only if it is another file."""
    path, name = folder() / file, settings.load().ledger_origin
    if is_missing(path):
        _check_new(path)
        make(path, SignerKey.generate(name + ending))
    key = opened(path, SignerKey)
    if not re.fullmatch(f"{re.escape(name)}{LATER}{ending}", key.name):
        first = re.sub(f"{LATER}{ending}$", "", key.name)
        raise NoKey(
            f"{path} is the key of {key.name}, not of {name}: a ledger keeps its name for ever. "
            f'Set origin = "{first}" in {settings.FILE_NAME}.'
        )
    return key


def is_missing(path: Path) -> bool:
    try:
        return not path.exists()
    except OSError as error:
        raise NoKey(f"{path} cannot be read: {error.strerror}.") from None


def opened(path: Path, kind: type[Kind]) -> Kind:
    """The key in a file, if the file is there and closed to others. Raises NoKey."""
    try:
        known = path.stat()
        _check_closed(path.parent, path.parent.stat().st_mode, "700")
        _check_closed(path, known.st_mode, "600")
        # A class is hashable; the type checker looks at the hash of its instances.
        return _read(path, kind, known.st_ino, known.st_mtime_ns)  # type: ignore[arg-type]
    except OSError as error:
        raise NoKey(f"{path} cannot be read: {error.strerror}.") from None


def _check_new(path: Path) -> None:
    """A key that has signed something is not made up for when it is gone."""
    if (settings.load().home / SIGNED).exists():
        raise NoKey(
            f"{path} is missing, and a ledger was signed with it: put it back from a backup, or "
            "run `plaudit ledger rotate-key` if it is lost."
        )


@lru_cache(maxsize=16)
def _read(path: Path, kind: type[Kind], _inode: int, _changed_at: int) -> Kind:
    try:
        with path.open(encoding="ascii") as file:
            return kind.parse(file.read(MOST_BYTES).removesuffix("\n"))
    except (UnicodeDecodeError, Malformed) as error:
        raise NoKey(f"{path} holds no key: {error} Put back the file from a backup.") from None


def _check_closed(path: Path, mode: int, wanted: str) -> None:
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise NoKey(f"{path} is open to others, who could sign as this site: chmod {wanted} {path}")


def make(path: Path, key: SecretKey) -> None:
    """Write a new key file, whole or not at all. One that is there meanwhile stays."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
        try:
            _write(unfinished, f"{key.secret_text()}\n")
            os.link(unfinished, path)  # never over another file
        except FileExistsError:
            return
        finally:
            unfinished.unlink(missing_ok=True)
        _fsync(path.parent)
    except OSError as error:
        raise NoKey(f"{path} cannot be made: {error.strerror}.") from None


def _put(path: Path, text: str) -> None:
    """Write a file whole, in place of the one before."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        _write(unfinished, text)
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _fsync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
