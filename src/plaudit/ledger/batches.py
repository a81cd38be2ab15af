"""The first step of sealing: drawn ballots become entries of the log, in one transaction.

A batch takes the ballots in the order of their numbers and mixes them by a secure source of
chance, so that neither order nor neighbourhood in the log says when a ballot was cast, or next to
which. The revisions of one voter on one subject keep their order: the replay rule asks for it.
"""

import secrets
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from django.db import connection, transaction

from plaudit import settings
from plaudit.ledger import beside, keys, succession, weighing
from plaudit.ledger.models import HASH_BYTES, Leaf, LogState, Node
from plaudit.ledger.succession import Unsealable
from plaudit.points import counting, progress, turns
from plaudit.points.models import Ballot
from plaudit.recount import leaves
from plaudit.tlog.hashes import EMPTY_ROOT, Frontier, leaf_hashes
from plaudit.tlog.refused import Malformed
from plaudit.tlog.tiles import HEIGHT

STEP = "ledger"  # among the steps of `progress`: the first number that is not in the log
MOST = 2048  # ballots in a batch, for which the others wait a tenth of a second
CHANCE = secrets.SystemRandom()


class Raced(Exception):
    """The log has grown meanwhile by another hand: nothing of this batch is kept."""


class Entry(NamedTuple):
    """What goes into the log: its bytes, and what it is about, if that is known."""

    data: bytes
    about: str | None = None
    number: int | None = None  # of the ballot


# As columns of `Leaf`, in this order. Through the ORM it took twenty times as long, and SQLite's
# write lock was held meanwhile.
ADD = """
INSERT INTO ledger_leaf ("index", data, hash, about, number) VALUES (%s, %s, %s, %s, %s)
"""


class Taken(NamedTuple):
    """How many entries a batch put into the log, and whether it was a full one."""

    entries: int
    is_full: bool


def take(most: int = MOST) -> Taken:
    """Put a batch of the ballots that are drawn, of what is decided about those in the log, and of
    carried totals into the log.

    The log begins with its policy when there is none yet. Raises Raced. Ballots that have a number
    do not change: they are read and written out before anybody has to wait for us.
    """
    start = progress.get(STEP)
    rows = Ballot.objects.filter(number__gte=start).order_by("number")[:most]
    found = list(rows.only("about", "tag", "rev", "value", "kind", "nonce", "number"))
    succession.check(found)
    entries = _of_ballots(found)
    with transaction.atomic():
        turns.take(STEP)
        if progress.get(STEP) != start:
            raise Raced
        state = state_of() or begin([Entry(weighing.policy(settings.load()).encoded())])
        placed = ((entry.number, place) for place, entry in enumerate(entries, state.size))
        others = beside.take({number: place for number, place in placed if number is not None})
        entries += [Entry(data, about) for data, about in others]
        if entries:
            extend(state, entries)
        if found:
            progress.put(STEP, (found[-1].number or 0) + 1)
    return Taken(len(entries), is_full=len(found) == most or len(others) >= beside.MOST)


def state_of() -> LogState | None:
    """The log's state; None before it began."""
    return LogState.objects.filter(id=LogState.ONLY).first()


def begin(entries: Sequence[Entry]) -> LogState:
    """A new log with its first entries; in a transaction of the caller's."""
    origin = keys.signer().name
    state = LogState.objects.create(origin=origin, root=EMPTY_ROOT, frontier=b"", keys=signers())
    extend(state, entries)
    return state


def signers() -> str:
    """The public halves of the keys that sign here, a line each, as the state keeps them."""
    return "".join(f"{key().verifier}\n" for key in (keys.signer, keys.ack_signer))


def extend(state: LogState, entries: Sequence[Entry]) -> None:
    """Append entries, and move the state on. Raises Raced if the log is no longer as `state` says.

    In a transaction of the caller's, which ends with the exception if one is raised.
    """
    was = state.size
    tree = frontier_of(state)
    hashes = leaf_hashes(entry.data for entry in entries)
    runs = tree.extend(hashes)
    state.size, state.root, state.frontier = tree.size, tree.root(), b"".join(tree.hashes)
    swapped = LogState.objects.filter(id=state.pk, origin=state.origin, size=was).update(
        size=state.size, root=state.root, frontier=state.frontier
    )
    if not swapped:
        raise Raced
    with connection.cursor() as cursor:
        cursor.executemany(
            ADD,
            [
                (index, entry.data, value, entry.about, entry.number)
                for index, (entry, value) in enumerate(zip(entries, hashes, strict=True), was)
            ],
        )
    ballots = Counter(entry.about for entry in entries if entry.about and entry.number is not None)
    counting.add("ledger_subject", ["about"], ["ballots"], sorted(ballots.items()))
    Node.objects.bulk_create(
        Node(level=level // HEIGHT, index=index, hash=value)
        for run in runs
        if run.level and run.level % HEIGHT == 0
        for level, index, value in run.nodes()
    )


def frontier_of(state: LogState) -> Frontier:
    edge = bytes(state.frontier)
    return Frontier(
        state.size, [edge[at : at + HASH_BYTES] for at in range(0, len(edge), HASH_BYTES)]
    )


def mixed(found: Sequence[Ballot]) -> list[Ballot]:
    """In an order that chance has chosen, but for the revisions of one tag among themselves."""
    order = list(found)
    CHANCE.shuffle(order)
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, ballot in enumerate(order):
        places[ballot.about, ballot.tag].append(place)
    for taken in places.values():
        revisions = sorted((order[place] for place in taken), key=lambda ballot: ballot.rev)
        for place, ballot in zip(taken, revisions, strict=True):
            order[place] = ballot
    return order


def _of_ballots(found: Sequence[Ballot]) -> list[Entry]:
    """Those that are in the log already (it was recovered from its bundles) are left out."""
    numbers = [ballot.number for ballot in found if ballot.number is not None]
    if not numbers:
        return []
    within = Leaf.objects.filter(number__gte=numbers[0], number__lte=numbers[-1])
    known = set(within.values_list("number", flat=True))
    return [_of_ballot(ballot) for ballot in mixed(found) if ballot.number not in known]


def _of_ballot(row: Ballot) -> Entry:
    ballot = leaves.Ballot(row.about, row.tag, row.rev, row.value, row.kind, row.nonce)
    try:
        return Entry(ballot.encoded(), row.about, row.number)
    except Malformed as error:
        raise Unsealable(row.number, str(error)) from None
