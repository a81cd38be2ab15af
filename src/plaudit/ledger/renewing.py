"""A new log in place of one that is lost: its first entry says after which one it comes."""

import re

from django.db import transaction
from django.utils import timezone

from plaudit import turn
from plaudit.ledger import batches, beside, guard, keys, rotating, sealing
from plaudit.ledger.batches import Entry
from plaudit.ledger.folder import CHECKPOINT, Folder
from plaudit.ledger.models import Checkpoint, Leaf, LogState, Node, Subject
from plaudit.points import progress, unsealed
from plaudit.recount import leaves
from plaudit.recount.leaves import OriginChange, Policy
from plaudit.refusal import Refusal
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.checkpoints import Checkpoint as Signed

STEPS = (batches.STEP, beside.DECISIONS, beside.CARRIES, unsealed.STEP, unsealed.DECISIONS)


def begin_anew(lost: str) -> str:
    """A new log after the lost one of this origin; returns the new origin.

    It commits to the last checkpoint known of the old one, and seals all ballots of the database
    anew. Safe to interrupt and to repeat: until it is done nothing is sealed. Raises Refusal.
    """
    with turn.taken(sealing.TURN) as is_ours:
        if not is_ours:
            raise Refusal(rotating.BUSY)
        note, known = _last_known(lost)
        # From here on the old log is never sealed on, whatever becomes of its folder.
        Checkpoint.objects.get_or_create(
            size=known.size,
            defaults={"root": known.root, "text": note, "at": timezone.now()},
        )
        origin = _next(known.origin)
        keys.replace(origin, rotating.signed_so_far(batches.state_of()))
        _put_aside(known.size)
        with transaction.atomic():
            _seal_anew(known)
    sealing.seal()
    return origin


def _last_known(lost: str) -> tuple[str, Signed]:
    """The largest checkpoint of the lost log: in its folder, or kept in the database."""
    found = []
    if guard.published_here():
        found.append((Folder().read(CHECKPOINT) or b"").decode())
    kept = Checkpoint.objects.order_by("-size").first()
    if kept:
        found.append(kept.text)
    signed = [(text, checkpoints.parse(notes.parse(text.encode()).text)) for text in found]
    if not signed:
        raise Refusal("No checkpoint of a ledger is known here: there is nothing to come after.")
    text, known = max(signed, key=lambda one: one[1].size)
    if known.origin != lost:
        raise Refusal(f"The ledger here is {known.origin}, not {lost}: name the one that is lost.")
    return text, known


def _next(origin: str) -> str:
    """gazette.example/2 after gazette.example."""
    match = re.fullmatch(r"(.*)/([1-9][0-9]*)", origin)
    return f"{match[1]}/{int(match[2]) + 1}" if match else f"{origin}/2"


def _put_aside(size: int) -> None:
    """The old files stay, under another name, for who wants to compare."""
    old, number = Folder().path, 1
    aside = old.with_name(f"{old.name}.lost-{size}")
    while aside.exists():
        number += 1
        aside = old.with_name(f"{old.name}.lost-{size}-{number}")
    if old.exists():
        old.rename(aside)


def _seal_anew(known: Signed) -> None:
    """What else the old log said follows from the ballots, decisions and carried totals."""
    policy = _policy()
    for model in (Leaf, Node, Subject, Checkpoint, LogState):
        model.objects.all().delete()
    for step in STEPS:
        progress.put(step, 0)
    change = OriginChange(known.origin, known.size, known.root)
    batches.begin([Entry(leaf.encoded()) for leaf in (change, policy)])
    while batches.take().is_full:
        pass


def _policy() -> Policy:
    """The last one that the old log has."""
    policy = Policy()
    rows = Leaf.objects.filter(number=None).order_by("index").values_list("data", flat=True)
    for data in rows:
        leaf = leaves.parse(bytes(data))
        policy = leaf if isinstance(leaf, Policy) else policy
    return policy
