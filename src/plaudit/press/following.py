"""Follows what went stale, for the page store of this machine."""

from plaudit.edge.freshness import GONE, Freshness
from plaudit.people.models import Policy
from plaudit.press import keys, stale
from plaudit.stories.models import Event

LATEST = 100  # events; of more at once, the others' pages go stale with the next tick


class Follower:
    """One a machine. Whatever was rendered before it began counts as stale."""

    def __init__(self, freshness: Freshness) -> None:
        self._freshness = freshness
        self._number = -1
        self._policy: object = None
        self._told: set[int] = set()

    def step(self) -> None:
        """Mark what went stale since the last step."""
        if self._number < 0:
            self._number = stale.latest()
            self._freshness.mark([keys.FRAME])
        found = stale.since(self._number)
        if found:
            self._freshness.mark(entry.key for entry in found)
            self._number = found[-1].number
        self._told = drop_at_once(self._freshness, self._told)
        self._look_at_policy()

    def _look_at_policy(self) -> None:
        policy = Policy.objects.values().first()
        if policy != self._policy and self._policy is not None:
            self._freshness.mark([keys.FRAME], GONE)
        self._policy = policy or {}


def drop_at_once(freshness: Freshness, told: frozenset[int] | set[int] = frozenset()) -> set[int]:
    """From now on nobody shows the pages of stories that something has just happened to.

    The tick may have numbered the events or not, so the latest written are looked at; `told` are
    those that were dealt with before. Returns those that are now.
    """
    latest = dict(Event.objects.order_by("-id").values_list("id", "ulid")[:LATEST])
    ulids = {ulid for pk, ulid in latest.items() if pk not in told}
    told_of = (keys.story, keys.versions)
    freshness.mark({key(ulid) for ulid in ulids if ulid for key in told_of}, GONE)
    freshness.mark({keys.FRAME} if "" in ulids else ())
    return set(latest)
