"""The points of everything: now and then their root becomes a leaf, and their map is kept as files.

The log is replayed from leaf 0 by the rule that every auditor follows, never summed up from the
tallies: a points leaf that is wrong would break the log for good. The map lies beside the log's
tiles in the same form, so that the points of one subject can be proved without a recount.
"""

import logging
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from django.db import transaction
from django_tasks import task

from plaudit import turn
from plaudit.ledger import batches, guard, rows, sealing, tree, witnesses
from plaudit.ledger.batches import Entry
from plaudit.ledger.folder import MAPS, Folder
from plaudit.ledger.maps import LATEST, Map, latest
from plaudit.ledger.models import Checkpoint, Leaf, LogState
from plaudit.points import turns
from plaudit.recount import leaves
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.refusal import Refusal
from plaudit.tlog import bundles, tiles
from plaudit.tlog.hashes import Frontier, leaf_hashes
from plaudit.tlog.tiles import HEIGHT

log = logging.getLogger("plaudit.ledger")

AT_ONCE = 10_000  # leaves that are read at once
EVERY = timedelta(days=1)
MOST = 20_000_000  # leaves that are replayed unasked: some two minutes


class Uncountable(Refusal):
    """The log breaks the replay rule, so that nobody can say what it amounts to."""

    def __init__(self, broken: RuleBroken) -> None:
        super().__init__(f"The ledger cannot be counted. {broken}")


def is_due(now: datetime) -> bool:
    """Whether there is something to sum up that was not a day ago, and not for hours."""
    state, found = batches.state_of(), latest()
    if state is None or state.size > MOST or not _has_grown(state):
        return False
    since = Checkpoint.objects.filter(size__gt=found.index).order_by("size") if found else None
    shown = since.first() if since is not None else None
    return shown is None or shown.at <= now - EVERY


@task()
def add_soon() -> bool:
    """The same in the background; whether it was done. Otherwise it is due again. On the occasion
    the ballots' rows are looked at: what is wrong with one is said, and is no fault of the log."""
    try:
        rows.check()
    except Refusal as refusal:
        log.error("%s", refusal)
    try:
        return add() is not None
    except Refusal as refusal:
        log.error("The points of everything are not put into the ledger. %s", refusal)
        return False


def add() -> Map | None:
    """Put a points leaf at the end of the log, and keep the map.

    None if nothing has come since the last one, if the log is not published as far as it goes, or
    if somebody else is sealing. Takes as long as an audit; meanwhile nothing is sealed. Raises
    Refusal.
    """
    with turn.taken(sealing.TURN) as is_ours:
        state = guard.check() if is_ours else None
        if state is None or state.published < state.size or not _has_grown(state):
            return None
        replay = _replayed(state)
        made = Map(state.size, len(replay.abouts()))
        _write(made, replay)
        with transaction.atomic():
            turns.take(batches.STEP)
            root = leaves.PointsRoot(replay.points_map().root())
            batches.extend(state, [Entry(root.encoded())])
        sealing.finish(state, witnesses.cosign)
        _show(made)
        return made


def _has_grown(state: LogState) -> bool:
    """It is about something, and its last leaf is not a points leaf already."""
    if not Leaf.objects.filter(about__isnull=False).exists():
        return False
    last = leaves.parse(_entry(state.size - 1))
    return not isinstance(last, leaves.PointsRoot)


def _replayed(state: LogState) -> Replay:
    replay, grown = Replay(_entry), Frontier()
    for data in _entries(state.size):
        grown.extend(leaf_hashes(data))
        try:
            replay.feed(data)
        except RuleBroken as broken:
            raise Uncountable(broken) from None
    if grown.root() != bytes(state.root):
        raise tree.Changed(f"its {state.size} leaves do not lead to the ledger's root")
    return replay


def _entries(size: int) -> Iterator[list[bytes]]:
    for start in range(0, size, AT_ONCE):
        rows = Leaf.objects.filter(index__gte=start, index__lt=min(start + AT_ONCE, size))
        yield [bytes(data) for data in rows.order_by("index").values_list("data", flat=True)]


def _entry(index: int) -> bytes:
    return bytes(Leaf.objects.values_list("data", flat=True).get(index=index))


def _write(made: Map, replay: Replay) -> None:
    """The map's tiles and bundles, durable before anybody is told of them."""
    folder, kept = Folder(), replay.points_map()
    shutil.rmtree(folder.path / made.path, ignore_errors=True)  # of a try that was broken off
    entries = (points.entry(about) for about, points in replay.all_points())
    for tile in tiles.bundles_between(0, made.size):
        folder.put(f"{made.path}/{tile.path}", bundles.encode(islice(entries, tile.width)))
    for tile in tiles.of_size(made.size):
        nodes = range(tile.start, tile.start + tile.width)
        hashes = [kept.node(HEIGHT * tile.level, node) for node in nodes]
        folder.put(f"{made.path}/{tile.path}", b"".join(hashes))
    folder.settle()


def _show(made: Map) -> None:
    """From now on this is the map; the one before stays for who is just reading it."""
    before = latest()
    folder = Folder()
    folder.put(LATEST, f"index {made.index}\nsize {made.size}\n".encode())
    folder.settle()
    kept = {str(found.index) for found in (made, before) if found}
    for path in (folder.path / MAPS).iterdir():
        if path.is_dir() and path.name not in kept:
            shutil.rmtree(path, ignore_errors=True)
