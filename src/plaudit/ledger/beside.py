"""What goes into the log beside ballots: what moderators decided about them, and carried totals.

Each of the two in the order of its numbers, and a decision never before its ballot.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from plaudit.ledger.models import Leaf
from plaudit.points import carrying, decisions, progress, restoring
from plaudit.points.decisions import Decided
from plaudit.points.models import Ballot, Decision
from plaudit.points.restoring import Brought, Ruled
from plaudit.recount import leaves
from plaudit.recount.leaves import Carried, Unvoid, Void

# Among the steps of `progress`: the first numbers that are not in the log.
DECISIONS, CARRIES = "ledger.decisions", "ledger.carries"
MOST = 2048  # of each in a batch


class Waiting(NamedTuple):
    """How many have a number and are not in the log."""

    decisions: int
    carries: int


def waiting() -> Waiting:
    decided, carried = progress.several(DECISIONS, CARRIES).values()
    return Waiting(decisions.latest() + 1 - decided, carrying.latest() + 1 - carried)


def take(placed: Mapping[int, int]) -> list[tuple[bytes, str]]:
    """The next of both, as bytes and what they are about; in the transaction that seals them.

    `placed`: the index of each ballot of this batch, by its number.
    """
    return _decisions(placed) + _carries()


def _decisions(placed: Mapping[int, int]) -> list[tuple[bytes, str]]:
    start = progress.get(DECISIONS)
    found = decisions.since(start, MOST)
    ballots = [decided.ballot for decided in found if decided.ballot not in placed]
    known = Leaf.objects.filter(number__in=ballots)
    index_of: dict[int | None, int] = {row.number: row.index for row in known.only("number")}
    index_of.update((number, index) for number, index in placed.items())
    taken = []
    for decided in found:
        if decided.ballot not in index_of:  # not sealed yet: this one waits, and all after it
            break
        leaf = _leaf(decided, index_of[decided.ballot])
        taken.append((leaf.encoded(), decided.about))
    if taken:
        progress.put(DECISIONS, start + len(taken))
    return taken


def _leaf(decided: Decided, target: int) -> Void | Unvoid:
    is_void = decided.kind == Decision.Kind.VOID
    return Void(target, decided.reason) if is_void else Unvoid(target)


def _carries() -> list[tuple[bytes, str]]:
    start = progress.get(CARRIES)
    found = carrying.since(start, MOST)
    if found:
        progress.put(CARRIES, start + len(found))
    return [(Carried(row.about, row.value, row.source).encoded(), row.about) for row in found]


def subjects(first: int, parsed: Sequence[leaves.Leaf]) -> list[str | None]:
    """What each entry of a log is about, from the one at index `first` on."""
    about_of = {place: getattr(leaf, "about", None) for place, leaf in enumerate(parsed, first)}
    before = [leaf.target for leaf in _judged(parsed) if leaf.target < first]
    about_of |= dict(Leaf.objects.filter(index__in=before).values_list("index", "about"))
    return [
        about_of.get(leaf.target if isinstance(leaf, Void | Unvoid) else place)
        for place, leaf in enumerate(parsed, first)
    ]


def take_back(parsed: Sequence[leaves.Leaf]) -> None:
    """Bring back what the log has, once it is there, and the database had lost."""
    judged = _judged(parsed)
    if judged:
        start = progress.get(DECISIONS)
        restoring.rule(_ruled(judged), start)
        progress.put(DECISIONS, start + len(judged))
    carried = [leaf for leaf in parsed if isinstance(leaf, Carried)]
    if carried:
        start = progress.get(CARRIES)
        restoring.bring([Brought(it.about, it.value, it.source) for it in carried], start)
        progress.put(CARRIES, start + len(carried))


def _judged(parsed: Sequence[leaves.Leaf]) -> list[Void | Unvoid]:
    return [leaf for leaf in parsed if isinstance(leaf, Void | Unvoid)]


def _ruled(judged: Sequence[Void | Unvoid]) -> list[Ruled]:
    targets = Leaf.objects.filter(index__in=[leaf.target for leaf in judged])
    number_of = dict(targets.values_list("index", "number"))
    ballots = Ballot.objects.in_bulk(set(number_of.values()), field_name="number")
    found = []
    for leaf in judged:
        row = ballots[number_of[leaf.target]]
        kind = Decision.Kind.VOID if isinstance(leaf, Void) else Decision.Kind.UNVOID
        reason = leaf.reason if isinstance(leaf, Void) else ""
        found.append(Ruled(row.about, row.tag, row.rev, kind.value, reason))
    return found
