"""The replay rule: read from leaf 0, the log gives the points of everything, in integers.

In memory are the counts of every subject and the last revision of every voter on it; of earlier
leaves nothing: those that moderators name are read again.
"""

from collections.abc import Callable, Iterable, Iterator

from plaudit.recount import leaves
from plaudit.recount.leaves import (
    BALLOT,
    Ballot,
    Carried,
    Leaf,
    OriginChange,
    PointsRoot,
    Policy,
    Unvoid,
    Void,
)
from plaudit.recount.points import Points
from plaudit.recount.points_map import PointsMap
from plaudit.recount.quick import ABOUT, CODES, TAG, WHAT, rev_of
from plaudit.recount.subjects import CARRIED, Subject
from plaudit.tlog.refused import Malformed, Refused


class RuleBroken(Refused):
    """The log cannot be counted: the leaf at `index` is not one that may stand there."""

    def __init__(self, index: int, reason: str) -> None:
        super().__init__(f"Leaf {index}: {reason}")
        self.index = index
        self.reason = reason


class Replay:
    """Feed it every entry in order; ask for points at any time. After a RuleBroken it is over."""

    def __init__(self, entry: Callable[[int], bytes]) -> None:
        """`entry` gives the bytes of an earlier leaf again, as they were fed."""
        self.size = 0
        self.policy: Policy | None = None
        self.follows: OriginChange | None = None  # the lost log that this one continues
        self.void: dict[int, str] = {}  # index -> reason
        self._entry = entry
        self._subjects: dict[bytes, Subject] = {}
        self._map = PointsMap()
        self._stale: set[bytes] = set()  # subjects whose entry in the map is of an earlier time

    def feed(self, entries: Iterable[bytes]) -> None:
        """Take the next entries. Raises RuleBroken."""
        is_ballot, subjects = BALLOT.fullmatch, self._subjects
        for data in entries:
            if self.policy and is_ballot(data):
                subject = subjects.get(data[ABOUT]) or self._new(data[ABOUT])
                if subject.is_mapped:
                    self._touch(data[ABOUT])
                if not subject.revise(data[TAG], rev_of(data), CODES[data[WHAT]]):
                    due = subject.rev(data[TAG]) + 1
                    raise self._broken(f"rev is {rev_of(data)}; the next of this tag is {due}.")
            else:
                self._take(data)
            self.size += 1

    def points(self, about: str) -> Points:
        """Zeros for what no leaf is about."""
        subject = self._subjects.get(about.encode())
        return subject.points(self.policy or Policy()) if subject else Points()

    def abouts(self) -> list[str]:
        """Every subject that a leaf is about, in the order of their ids."""
        return sorted(about.decode() for about in self._subjects)

    def all_points(self) -> Iterator[tuple[str, Points]]:
        for about in self.abouts():
            yield about, self.points(about)

    def is_last(self, ballot: Ballot) -> bool:
        """Whether this is the last revision of its tag."""
        subject = self._subjects.get(ballot.about.encode())
        return subject is not None and subject.rev(ballot.tag.encode()) == ballot.rev

    def points_map(self) -> PointsMap:
        """The map of all points as they are now. It changes with the next call."""
        stale = [about.decode() for about in self._stale]
        self._map.update({about: self.points(about).entry(about) for about in stale})
        for about in self._stale:
            self._subjects[about].is_mapped = True
        self._stale.clear()
        return self._map

    def _take(self, data: bytes) -> None:
        """Any other leaf, or none."""
        try:
            leaf = leaves.parse(data)
        except Malformed as refusal:
            raise self._broken(str(refusal)) from None
        if isinstance(leaf, Policy):
            self.policy = leaf
            for about in self._subjects:
                self._touch(about)
        elif self.policy:
            self._follow(leaf)
        elif isinstance(leaf, OriginChange) and self.size == 0:
            self.follows = leaf
        else:
            raise self._broken("a policy has to come first.")

    def _follow(self, leaf: Leaf) -> None:
        match leaf:
            case Void():
                self._set_aside(leaf)
            case Unvoid():
                self._restore(leaf)
            case Carried():
                self._subject(leaf.about.encode()).counts[CARRIED] += leaf.value
            case PointsRoot():
                found = self.points_map().root()
                if found != leaf.root:
                    was = f"have the root {found.hex()}, not {leaf.root.hex()}"
                    raise self._broken(f"the points of all leaves before it {was}.")
            case _:
                raise self._broken("a change of origin can only be leaf 0.")

    def _set_aside(self, leaf: Void) -> None:
        ballot = self._target(leaf.target)
        if leaf.target in self.void:
            raise self._broken(f"its target {leaf.target} is void already.")
        self.void[leaf.target] = leaf.reason
        self._turn(ballot)

    def _restore(self, leaf: Unvoid) -> None:
        ballot = self._target(leaf.target)
        if self.void.pop(leaf.target, None) is None:
            raise self._broken(f"its target {leaf.target} is not void.")
        self._turn(ballot)

    def _turn(self, ballot: Ballot) -> None:
        if self.is_last(ballot):  # an earlier revision has no effect, void or not
            self._subject(ballot.about.encode()).turn(ballot.tag.encode())

    def _target(self, index: int) -> Ballot:
        leaf = leaves.parse(self._entry(index)) if index < self.size else None
        if not isinstance(leaf, Ballot):
            raise self._broken(f"its target {index} is no ballot in front of it.")
        return leaf

    def _subject(self, about: bytes) -> Subject:
        """About to be changed."""
        subject = self._subjects.get(about) or self._new(about)
        self._touch(about)
        return subject

    def _new(self, about: bytes) -> Subject:
        subject = self._subjects[about] = Subject()
        self._stale.add(about)
        return subject

    def _touch(self, about: bytes) -> None:
        self._subjects[about].is_mapped = False
        self._stale.add(about)

    def _broken(self, reason: str) -> RuleBroken:
        return RuleBroken(self.size, reason)
