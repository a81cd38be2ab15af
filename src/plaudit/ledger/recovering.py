"""Takes back from the bundles what the database lacks: entries of the log, their ballots and what
moderators decided about them, and carried totals.

First all of it is read and held against the signed root, then it is written, a bundle at a time,
so that it may be interrupted and begun again.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from django.db import transaction

from plaudit import turn
from plaudit.ledger import batches, beside, guard, keys, rotating, sealing, tree
from plaudit.ledger.batches import Entry
from plaudit.ledger.folder import CHECKPOINT, Folder
from plaudit.ledger.models import LogState
from plaudit.points import restoring
from plaudit.points.restoring import Lost
from plaudit.recount import leaves
from plaudit.refusal import Refusal
from plaudit.tlog import bundles, notes, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import Frontier, leaf_hashes
from plaudit.tlog.refused import Refused

Tell = Callable[[str, int, int], None]


class Unrecoverable(Refusal):
    """The bundles are not what was signed, or not all there."""


class Recovered(NamedTuple):
    """How many entries came back, and how many of their ballots the database had lost."""

    entries: int = 0
    ballots: int = 0


def recover(tell: Tell) -> Recovered:
    """Bring the database up to the checkpoint in the folder. Safe to interrupt and to repeat.

    Raises Refusal: nothing was written, or whole bundles were.
    """
    with turn.taken(sealing.TURN) as is_ours:
        if not is_ours:
            raise Refusal(rotating.BUSY)
        published = guard.published_here()
        if published is None:
            raise Unrecoverable(f"There is no checkpoint in {Folder().path} to recover from.")
        state = batches.state_of()
        start = state.size if state else 0
        _check_same(state, published)
        if start >= published.size:
            with transaction.atomic():
                _take_keys()
                guard.check()
            return Recovered()
        _check_bundles(state, published, tell)
        _take_keys()
        ballots = 0
        for first, data in _bundles(start, published.size):
            ballots += _take_back(first, data)
            tell("Recovering", first + len(data) - start, published.size - start)
        _note_published(published)
        return Recovered(published.size - start, ballots)


def _take_keys() -> None:
    """If they were changed since the backup, the keys in the files are the ledger's. Any others in
    them are refused before an entry is written."""
    state = batches.state_of()
    if state and guard.keys_are_newer(state):
        LogState.objects.filter(id=state.pk).update(keys=batches.signers())
    elif state:
        guard.check_keys(state)


def _check_same(state: LogState | None, published: Checkpoint) -> None:
    origin = state.origin if state else keys.signer().name
    if origin != published.origin:
        raise guard.Forked(f"The checkpoint is of {published.origin}, the ledger is {origin}.")


def _check_bundles(state: LogState | None, published: Checkpoint, tell: Tell) -> None:
    """That what the database has and what the bundles add lead to the root that was signed."""
    start = state.size if state else 0
    if state and tree.root_at(start) != bytes(state.root):
        raise tree.Changed(f"its {start} leaves do not lead to the ledger's root")
    grown = batches.frontier_of(state) if state else Frontier()
    for first, data in _bundles(start, published.size):
        for entry in data:
            _parsed(first, entry)
        grown.extend(leaf_hashes(data))
        tell("Reading", grown.size - start, published.size - start)
    if grown.root() != published.root:
        raise Unrecoverable(
            f"The bundles in {Folder().path} and the database do not lead to what the checkpoint "
            f"has signed. `plaudit audit {Folder().path}` says which entry was changed, if one was."
        )


def _bundles(start: int, end: int) -> Iterator[tuple[int, list[bytes]]]:
    """The entries from `start` on, bundle by bundle: the index of the first, and their bytes."""
    folder = Folder()
    for tile in tiles.bundles_between(start, end):
        data = folder.read(tile.path)
        if data is None:
            raise Unrecoverable(f"{folder.path / tile.path} is missing: is it in a backup?")
        try:
            entries = bundles.decode(data, tile.width)
        except Refused as error:
            raise Unrecoverable(f"{folder.path / tile.path}: {error}") from None
        first = max(start, tile.start)
        yield first, entries[first - tile.start :]


def _parsed(first: int, data: bytes) -> leaves.Leaf:
    try:
        return leaves.parse(data)
    except Refused as error:
        raise Unrecoverable(f"An entry from {first} on cannot be read: {error}") from None


@transaction.atomic
def _take_back(first: int, data: list[bytes]) -> int:
    """Append entries that the log had; returns how many of their ballots had been lost."""
    state = batches.state_of() or batches.begin([])
    if state.size != first:
        raise batches.Raced
    parsed = [_parsed(first, one) for one in data]
    ballots = {place: leaf for place, leaf in enumerate(parsed) if isinstance(leaf, leaves.Ballot)}
    wanted = [
        Lost(it.about, it.tag, it.rev, it.value, it.kind, it.nonce) for it in ballots.values()
    ]
    numbers, lost = restoring.restore(wanted)
    number_of = dict(zip(ballots, numbers, strict=True))
    entries = [
        Entry(one, about, number_of.get(place))
        for place, (one, about) in enumerate(zip(data, beside.subjects(first, parsed), strict=True))
    ]
    batches.extend(state, entries)
    beside.take_back(parsed)
    return lost


def _note_published(published: Checkpoint) -> None:
    state, data = guard.check(), Folder().read(CHECKPOINT)
    if state and data is not None and state.size == published.size:
        sealing.note_published(state, notes.parse(data))
