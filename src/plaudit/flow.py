"""The two rivers: what readers give and what editors publish becomes what everybody sees.

The one file that knows all rooms. Every step takes what is numbered, goes on where it last
finished, and is done again without harm if it died half way.
"""

from datetime import datetime
from typing import NamedTuple

from plaudit import turn
from plaudit.points import ballots, carrying, decisions, tallies
from plaudit.press import stale
from plaudit.rankings import lists
from plaudit.stories import closing, events, placements


class Report(NamedTuple):
    """What a tick did. All zeros: there was nothing to do."""

    drawn: int = 0  # ballots numbered
    tallied: int = 0  # ballots added to the tallies
    decided: int = 0  # decisions of moderators that the tallies followed
    carried: int = 0  # totals of former sites that they followed
    cleared: int = 0  # placements on the front page that were over
    closed: int = 0  # stories with a poll that has closed
    told: int = 0  # events numbered
    placed: int = 0  # events, and totals of former sites, that gave stories their places
    moved: int = 0  # ballots, and changes by decisions, that moved stories in the lists
    slid: int = 0  # windows that followed the time
    staled: int = 0  # ballots, decisions and events whose pages went stale
    is_aside: bool = False  # another process has the turn; nothing was done

    @property
    def is_idle(self) -> bool:
        """Nothing was left to do. Otherwise the next tick need not wait."""
        return not any(self)


def tick(now: datetime) -> Report:
    """Let both rivers flow once, a batch at most of everything."""
    with turn.taken() as is_ours:
        if not is_ours:
            return Report(is_aside=True)
        return Report(
            drawn=ballots.draw(),
            tallied=tallies.add(),
            decided=decisions.take(),
            carried=carrying.take(),
            cleared=placements.clear(now),
            closed=closing.tell(now),
            told=events.draw(),
            placed=lists.place(now),
            slid=lists.slide(now),
            moved=lists.move(now),
            staled=stale.mark(now),
        )
