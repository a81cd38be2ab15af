"""Sealing: five steps, each of which may be repeated after a crash at any point.

1. `batches.take`: drawn ballots become leaves, in one transaction.
2. `render`: entry bundles and tiles as files, durable before anybody is told of them.
3. `sign`: the checkpoint, kept in the database; never two roots for one size.
4. `cosign`: what witnesses add.
5. `publish`: the checkpoint as a file, by a rename; then the database knows.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from plaudit import turn
from plaudit.ledger import batches, beside, guard, keys, tree
from plaudit.ledger.folder import CHECKPOINT, KEYS, Folder
from plaudit.ledger.models import Checkpoint as Kept
from plaudit.ledger.models import LogState
from plaudit.points import progress, unsealed
from plaudit.tlog import checkpoints, notes, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.notes import Note

TURN = "seal"
AT_ONCE = 64  # full tiles and bundles between two moments at which names are made durable

Cosign = Callable[[Note], Note]


class Report(NamedTuple):
    """What a sealing did."""

    entries: int = 0  # new in the log
    size: int = 0  # that is published now
    is_more: bool = False  # a full batch: there may be another
    is_aside: bool = False  # somebody else is sealing; nothing was done


def unwitnessed(note: Note) -> Note:
    """Nobody is asked for a cosignature."""
    return note


def seal(most: int = batches.MOST, cosign: Cosign = unwitnessed) -> Report:
    """Finish what a crash left unfinished, then seal a batch of what waits.

    Raises Refusal where that might become a second history.
    """
    with turn.taken(TURN) as is_ours:
        if not is_ours:
            return Report(is_aside=True)
        state = guard.check()
        if state and state.published < state.size:
            finish(state, cosign)
        taken = batches.take(most)
        state = batches.state_of()
        if state and state.published < state.size:
            finish(state, cosign)
        else:  # what was taken was in the log already: it had been recovered
            _note_sealed()
        return Report(taken.entries, state.size if state else 0, taken.is_full)


def finish(state: LogState, cosign: Cosign) -> None:
    """All steps but the first, for the log as it is."""
    render(state)
    publish(state, cosign(sign(state)))


def render(state: LogState) -> None:
    """Write the files that this size has and the published one, in this folder, had not."""
    folder, before = Folder(), guard.published_here()
    folder.sweep()
    start = before.size if before else 0
    for made in (tiles.bundles_between, tiles.between):
        for count, tile in enumerate(made(start, state.size), 1):
            folder.put(tile.path, tree.rendered(tile))
            if count % AT_ONCE == 0:
                folder.settle()
    folder.settle()


@transaction.atomic
def sign(state: LogState) -> Note:
    """The signed checkpoint, kept from now on. Raises guard.Forked for another root of its size."""
    kept = Kept.objects.filter(size=state.size).first()
    if kept and bytes(kept.root) != bytes(state.root):
        raise guard.Forked(f"A checkpoint of size {state.size} with another root was signed.")
    text = Checkpoint(state.origin, state.size, bytes(state.root)).text()
    note = notes.signed(text, keys.signer())
    if kept:
        note = notes.parse(kept.text.encode()).with_signatures(note.signatures)
    _keep(state, note)
    return note


def publish(state: LogState, note: Note) -> None:
    """From the rename on everybody can hold us to it."""
    folder, known = Folder(), keys.public_text().encode()
    if folder.read(KEYS) != known:
        folder.put(KEYS, known)
        folder.settle()
    folder.put(CHECKPOINT, note.encoded())
    folder.settle()
    note_published(state, note)


def note_published(state: LogState, note: Note) -> None:
    """The database knows of what is published."""
    with transaction.atomic():
        _keep(state, note)
        LogState.objects.filter(id=state.pk, published__lt=state.size).update(published=state.size)
        _note_sealed()
    state.published = state.size


def _keep(state: LogState, note: Note) -> None:
    Kept.objects.update_or_create(
        size=state.size,
        defaults={"text": note.encoded().decode()},
        create_defaults={
            "root": bytes(checkpoints.parse(note.text).root),
            "text": note.encoded().decode(),
            "at": timezone.now(),
        },
    )


def _note_sealed() -> None:
    """No batch is taken before the last is published: all that was taken is sealed."""
    for taken, sealed in ((batches.STEP, unsealed.STEP), (beside.DECISIONS, unsealed.DECISIONS)):
        number = progress.get(taken)
        if progress.get(sealed) != number:
            progress.put(sealed, number)
