"""Logs to audit, as long as wanted, written as the folder that a site serves."""

import random
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from pathlib import Path

from plaudit.recount.leaves import Policy
from plaudit.tlog import bundles, notes, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import leaf_hashes, root_hash
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.tiles import WIDTH

ORIGIN = "bench.example"
SIGNER = SignerKey(ORIGIN, bytes(32))
VOTERS_EACH = 50  # on a subject
CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def entries(voters: int, revisions: int) -> Iterator[bytes]:
    """A policy, and every voter's ballots: in each revision all of them, in another order."""
    chance = random.Random(1)
    abouts = [
        "s/01JD" + "".join(chance.choices(CROCKFORD, k=22))
        for _ in range(voters // VOTERS_EACH + 1)
    ]
    people = [(chance.choice(abouts), _base64url(chance, 32)) for _ in range(voters)]
    yield Policy().encoded()
    for rev in range(1, revisions + 1):
        chance.shuffle(people)
        for about, tag in people:
            yield (
                f"plaudit/ballot/v1\nabout {about}\ntag {tag}\nrev {rev}\n"
                f"value {'+1' if rev % 2 else '0'}\nclass g\nnonce {_base64url(chance, 16)}\n"
            ).encode()


def write(folder: Path, log: Sequence[bytes]) -> None:
    row = leaf_hashes(log)
    for tile in tiles.bundles_between(0, len(log)):
        _save(folder, tile.path, bundles.encode(log[tile.start : tile.start + tile.width]))
    checkpoint = Checkpoint(ORIGIN, len(log), root_hash(row))
    rows = [row]
    while len(row) >= WIDTH:
        row = [root_hash(row[at : at + WIDTH]) for at in range(0, len(row) - WIDTH + 1, WIDTH)]
        rows.append(row)
    for tile in tiles.of_size(len(log)):
        hashes = rows[tile.level][tile.start : tile.start + tile.width]
        _save(folder, tile.path, b"".join(hashes))
    _save(folder, "checkpoint", notes.signed(checkpoint.text(), SIGNER).encoded())
    _save(folder, "keys", f"{SIGNER.verifier}\n".encode())


def _save(folder: Path, path: str, data: bytes) -> None:
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _base64url(chance: random.Random, size: int) -> str:
    return urlsafe_b64encode(chance.randbytes(size)).decode().rstrip("=")
