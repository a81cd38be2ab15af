"""Follows what went stale, for the page store of this machine."""

from plaudit.edge.freshness import GONE, Freshness
from plaudit.people.models import Policy
from plaudit.press import keys, stale
from plaudit.stories.models import Event


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

    The tick has not numbered these events yet; `told` are those that were dealt with before.
    Returns those that are now.
    """
    waiting = dict(Event.objects.filter(number=None).values_list("id", "ulid"))
    new = {ulid for pk, ulid in waiting.items() if ulid and pk not in told}
    freshness.mark({keys.story(ulid) for ulid in new}, GONE)
    freshness.mark({keys.FRAME} if set(waiting) - set(told) and "" in waiting.values() else ())
    return set(waiting)
