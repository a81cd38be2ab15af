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
from plaudit.recount.subjects import CARRIED, KINDS, Subject, code
from plaudit.tlog.refused import Malformed, Refused

# Where things stand in a ballot: from its beginning, and from its end, whatever rev is.
ABOUT = slice(24, 52)
TAG = slice(57, 100)
REV = 105
FIRST_REV = slice(REV, REV + 2)
WHAT = slice(-40, -30)
CODES = {
    f"{value}\nclass {kind}".encode(): code(kind, int(value))
    for kind in KINDS
    for value in ("+1", " 0", "-1")
}


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
        is_ballot = BALLOT.fullmatch
        for data in entries:
            if is_ballot(data) and self.policy:
                self._count(data)
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
        self._stale.clear()
        return self._map

    def _count(self, data: bytes) -> None:
        """A ballot in its canonical bytes."""
        about, tag = data[ABOUT], data[TAG]
        rev = 1 if data[FIRST_REV] == b"1\n" else int(data[REV : data.index(b"\n", REV)])
        subject = self._subject(about)
        if not subject.revise(tag, rev, CODES[data[WHAT]]):
            raise self._broken(f"rev is {rev}; the next of this tag is {subject.rev(tag) + 1}.")

    def _take(self, data: bytes) -> None:
        """Any other leaf, or none."""
        try:
            leaf = leaves.parse(data)
        except Malformed as refusal:
            raise self._broken(str(refusal)) from None
        if isinstance(leaf, Policy):
            self.policy = leaf
            self._stale.update(self._subjects)
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
        self._stale.add(about)
        subject = self._subjects.get(about)
        if subject is None:
            subject = self._subjects[about] = Subject()
        return subject

    def _broken(self, reason: str) -> RuleBroken:
        return RuleBroken(self.size, reason)
