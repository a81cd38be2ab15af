"""Old partial tiles go, once the full ones have been published for a day (C2SP tlog-tiles,
"Partial Tiles": who still looks for one takes the full one in its place)."""

import shutil
from datetime import datetime, timedelta
from itertools import chain

from plaudit.ledger import batches
from plaudit.ledger.folder import Folder
from plaudit.ledger.models import Checkpoint, LogState
from plaudit.tlog import tiles

KEPT = timedelta(days=1)
MOST = 1_000_000  # entries at a time


def tidy(now: datetime) -> int:
    """Remove the partial forms of tiles that were full a day ago; returns of how many tiles.

    To be repeated: a bounded number at a time, and none twice.
    """
    state = batches.state_of()
    old = Checkpoint.objects.filter(at__lt=now - KEPT).order_by("-size").first()
    if state is None or old is None or old.size <= state.tidied:
        return 0
    folder, start = Folder(), state.tidied
    until = min(old.size, start + MOST)
    full = [
        tile
        for tile in chain(tiles.bundles_between(start, until), tiles.between(start, until))
        if tile.is_full
    ]
    for tile in full:
        shutil.rmtree(folder.path / f"{tile.path}.p", ignore_errors=True)
    LogState.objects.filter(id=state.pk).update(tidied=until)
    return len(full)
