"""Who cosigns the ledger, whose ledgers are cosigned here, and when that last went well."""

from collections.abc import Iterator
from datetime import datetime

from plaudit import settings
from plaudit.checkup.finding import Finding, bad, ok, warn
from plaudit.ledger import cosigner, witnesses
from plaudit.ledger.models import WitnessedLog
from plaudit.refusal import Refusal

SUBJECT = "Witnesses"
LIST = "`plaudit ledger witness list` says more"


def witnessing() -> Iterator[Finding]:
    known, needed = witnesses.known(), settings.load().witnesses_needed
    if not known and not needed:
        yield ok(SUBJECT, "none are asked to cosign the ledger")
    if needed > len(known):
        yield bad(
            SUBJECT,
            f"{needed} are needed, {len(known)} are known",
            "`plaudit ledger witness add`, or a smaller witnesses_needed",
        )
    for one in known:
        last = _last(one.size, one.cosigned_at)
        if one.trouble:
            yield warn(SUBJECT, f"{one.name} {last}. {one.trouble}", LIST)
        else:
            yield ok(SUBJECT, f"{one.name} {last}")
    yield from _for_others()


def _for_others() -> Iterator[Finding]:
    logs = list(WitnessedLog.objects.exclude(keys="").order_by("origin"))
    if logs:
        try:
            cosigner.key()
        except Refusal as refusal:
            yield bad(SUBJECT, str(refusal), "Until then no other ledger is cosigned")
    for log in logs:
        if log.conflict:
            remedy = f"`plaudit ledger witness proof {log.origin}`: publish it"
            yield bad(SUBJECT, f"{log.origin} has signed two histories", remedy)
        else:
            yield ok(SUBJECT, f"this site {_last(log.size, log.cosigned_at)} of {log.origin}")


def _last(size: int, at: datetime | None) -> str:
    if at is None:
        return "has cosigned nothing yet"
    return f"last cosigned {size:,} entries on {at:%Y-%m-%d at %H:%M} UTC"
