"""What the published log has about one subject: for people, and to be taken along."""

from typing import NamedTuple

from plaudit.ledger import standing
from plaudit.ledger.models import Leaf, Subject
from plaudit.ledger.standing import Standing
from plaudit.points import unsealed

HEADER = "plaudit/leaves/v1"
MOST = 10_000  # leaves in one answer: some two megabytes


class Presence(NamedTuple):
    """How many ballots about a subject a checkpoint covers, from which entry to which, and how
    many are counted that no checkpoint covers yet. No entries: None."""

    ballots: int
    first: int | None
    last: int | None
    waiting: int


def presence(about: str, at: Standing | None) -> Presence:
    """Under this checkpoint; None stands for a log that has not begun."""
    waiting = unsealed.ballots(about)
    if at is None:
        return Presence(0, None, None, waiting)
    known = Subject.objects.filter(about=about).values_list("ballots", flat=True).first() or 0
    ballots = Leaf.objects.filter(about=about, number__isnull=False)
    beyond = ballots.filter(index__gte=at.size).count()  # of a batch that is just being published
    indices = ballots.filter(index__lt=at.size).values_list("index", flat=True)
    first, last = indices.order_by("index").first(), indices.order_by("-index").first()
    return Presence(known - beyond, first, last, waiting)


def excerpt(about: str, start: int, address: str) -> str:
    """The leaves about a subject from an index on, as text: docs/developers/addresses.md.

    At most 10,000; the last line says at which address the next are, if there are any.
    """
    at = standing.published()
    size = at.size if at else 0
    rows = Leaf.objects.filter(about=about, index__gte=start, index__lt=size).order_by("index")
    found = list(rows.values_list("index", "data")[: MOST + 1])
    parts = [_head(about, at)]
    parts += [f"\nindex {index}\n{bytes(data).decode()}" for index, data in found[:MOST]]
    if len(found) > MOST:
        parts.append(f"\nnext {address}?from={found[MOST][0]}\n")
    return "".join(parts)


def _head(about: str, at: Standing | None) -> str:
    checkpoint = f"origin {at.origin}\nsize {at.size}\nroot {at.root}\n" if at else "size 0\n"
    return f"{HEADER}\n{checkpoint}about {about}\n"
