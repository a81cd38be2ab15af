"""Reads a log as a stranger does: out of its folder alone, with tlog and recount."""

from pathlib import Path

from plaudit.ledger import keys
from plaudit.recount import leaves
from plaudit.tlog import checkpoints, notes, tiles
from plaudit.tlog.rebuilding import Rebuilding


def published(folder: Path):
    """The checkpoint in the folder, by the key of now."""
    note = notes.parse((folder / "checkpoint").read_bytes())
    key = keys.signer().verifier
    return checkpoints.opened(note, key.name, [key])


def entries(folder: Path) -> list[bytes]:
    """Every entry, once all of it was rebuilt and proved to be what the checkpoint says."""
    checkpoint = published(folder)
    rebuilding = Rebuilding(lambda tile: (folder / tile.path).read_bytes())
    found = []
    for bundle in tiles.bundles_between(0, checkpoint.size):
        found += rebuilding.take(bundle, (folder / bundle.path).read_bytes())
    rebuilding.finish(checkpoint)
    return found


def ballots(folder: Path) -> list[leaves.Ballot]:
    """The ballots of the log in their order; every revision follows the one before."""
    parsed = [leaves.parse(data) for data in entries(folder)]
    assert isinstance(parsed[0], leaves.Policy | leaves.OriginChange)
    found = [leaf for leaf in parsed if isinstance(leaf, leaves.Ballot)]
    revisions: dict[tuple[str, str], int] = {}
    for ballot in found:
        key = (ballot.about, ballot.tag)
        assert ballot.rev == revisions.get(key, 0) + 1, ballot
        revisions[key] = ballot.rev
    return found
