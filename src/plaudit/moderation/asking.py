"""What a moderator asks for: which ballots, whether to set them aside, and why."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.http import QueryDict
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from plaudit.moderation import roll
from plaudit.moderation.bursts import Group
from plaudit.points.models import Decision
from plaudit.refusal import Refusal

NUMBERS = re.compile(r"[0-9]{1,18}(,[0-9]{1,18})*", re.ASCII)


class Asked(NamedTuple):
    """`numbers` of ballots to which the decision can apply now, at most 2,000 of them."""

    kind: Decision.Kind
    numbers: list[int]
    reason: str
    is_confirmed: bool

    @property
    def is_void(self) -> bool:
        return self.kind == Decision.Kind.VOID


def read(about: str, form: QueryDict) -> Asked:
    """Raises Refusal with a sentence for the moderator."""
    fields = {name: str(value) for name, value in form.items()}
    if fields.get("kind") not in Decision.Kind.values:
        raise Refusal(_("Say whether to set the ballots aside or to let them count again."))
    kind = Decision.Kind(fields["kind"])
    reason = fields.get("reason", "") if kind == Decision.Kind.VOID else ""
    if kind == Decision.Kind.VOID and reason not in Decision.Reason.values:
        raise Refusal(_("Say why: readers are told the reason."))
    rows = _chosen(roll.of(about), fields, form.getlist("ballot"))
    rows = roll.counting(rows) if kind == Decision.Kind.VOID else roll.aside(rows)
    numbers = [row.number for row in rows[: roll.MOST] if row.number is not None]
    if not numbers:
        raise Refusal(_("None of these ballots can be decided on in this way now. Choose some."))
    return Asked(kind, numbers, reason, fields.get("confirmed") == "yes")


def group_in(address: Mapping[str, str]) -> Group | None:
    return Group.read(address.get("group", ""))


def _chosen(rows: roll.Rows, fields: Mapping[str, str], ballots: list[str]) -> roll.Rows:
    """By their numbers, or all of a group or of an earlier decision."""
    if group := Group.read(fields.get("all", "")):
        return roll.of_group(rows, group)
    if moment := _moment(fields.get("decided", "")):
        return roll.decided_at(rows, moment)
    numbers = ",".join(ballots)
    if not NUMBERS.fullmatch(numbers):
        return rows.none()
    return roll.numbered(rows, [int(number) for number in numbers.split(",")])


def _moment(text: str) -> datetime | None:
    try:
        found = parse_datetime(text)
    except ValueError:
        return None
    return found if found and found.tzinfo else None
