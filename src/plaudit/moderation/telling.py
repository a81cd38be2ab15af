"""Ballots, groups and decisions in the words of the screens."""

from typing import Any

from django.utils.translation import pgettext_lazy

from plaudit.moderation.bursts import Group
from plaudit.points.ballots import slot_start
from plaudit.points.models import Ballot, Decision

NAMES = {
    Ballot.Kind.MEMBER: pgettext_lazy("a voter", "member"),
    Ballot.Kind.GUEST: pgettext_lazy("a voter", "guest"),
    Ballot.Kind.FEDIVERSE: pgettext_lazy("a voter", "fediverse"),
}


def ballot(row: Any) -> dict[str, Any]:
    is_aside = row.verdict == Decision.Kind.VOID
    return {
        "ballot": row,
        "kind": NAMES[row.kind],
        "at": slot_start(row.slot),
        "is_aside": is_aside,
        "counts": not is_aside and not row.is_replaced and row.value != 0,
        "reason": Decision.Reason(row.reason).label if is_aside else "",
    }


def group(found: Group) -> dict[str, Any]:
    return {"group": found, "kind": NAMES[Ballot.Kind(found.kind)], "at": slot_start(found.slot)}


def decision(made: dict[str, Any]) -> dict[str, Any]:
    reason = Decision.Reason(made["reason"]).label if made["reason"] else ""
    is_void = made["kind"] == Decision.Kind.VOID
    return {**made, "reason": reason, "is_void": is_void, "key": made["at"].isoformat()}
