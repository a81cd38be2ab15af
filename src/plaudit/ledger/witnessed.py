"""The logs of others that this site is a witness for: what each may add, and what is remembered.

The server of C2SP tlog-witness, section "add-checkpoint". What is cosigned is remembered before the
answer goes out, by a compare-and-swap: of two requests that go on from one size, one is cosigned.
"""

import logging
import time
from typing import NamedTuple

from django.utils import timezone

from plaudit.ledger import cosigner
from plaudit.ledger.models import WitnessedLog
from plaudit.ledger.serving import TEXT
from plaudit.tlog import checkpoints, cosignatures, witnessing
from plaudit.tlog.canonical import text_from
from plaudit.tlog.checkpoints import MOST_ORIGIN_BYTES
from plaudit.tlog.cosignatures import CosigningKey
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.witnessing import SIZE_TYPE, AddCheckpoint

log = logging.getLogger("plaudit.witness")

UNKNOWN = "This site is no witness for that log."


class Reply(NamedTuple):
    """What a witness answers; the status says all that a program needs."""

    status: int
    body: bytes
    kind: str = TEXT


def add_checkpoint(data: bytes) -> Reply:
    """Cosign the checkpoint in a request, if it continues what was cosigned last.

    Raises keys.NoKey where this site cannot sign.
    """
    at = int(time.time())  # before the look at what is known: until then nothing larger was seen
    try:
        known = WitnessedLog.objects.filter(origin=_claimed_origin(data)).first()
        if known is None or not known.keys:
            return _refusal(404, UNKNOWN)
        request = witnessing.parse(data)
    except Malformed as refusal:
        return _refusal(400, str(refusal))
    try:
        checkpoints.opened(request.note, known.origin, known.verifiers())
    except NotProved as refusal:
        return _refusal(403, str(refusal))
    return _continued(known, request, cosigner.key(), at)


def _claimed_origin(data: bytes) -> str:
    """The checkpoint's first line; what else there is need not be read for an unknown log."""
    start = data.find(b"\n\n", 0, witnessing.MOST_HEAD_BYTES + 2) + 2
    end = data.find(b"\n", start, start + MOST_ORIGIN_BYTES + 1)
    if start < 2 or end < 0:
        raise Malformed("The request has no blank line and a checkpoint behind it.")
    return text_from(data[start:end], MOST_ORIGIN_BYTES, "origin")


def _continued(known: WitnessedLog, request: AddCheckpoint, key: CosigningKey, at: int) -> Reply:
    new = request.checkpoint
    if request.old != known.size:
        return _conflict(known)
    if new.size == known.size and new.root != bytes(known.root):
        _remember_conflict(known, request)
        return _conflict(known)
    try:
        request.check_growth(bytes(known.root))
    except NotProved as refusal:
        log.warning("%s asks to cosign what it cannot prove. %s", known.origin, refusal)
        return _refusal(422, str(refusal))
    if new.size > known.size and not _remembered(known, request):
        return _conflict(WitnessedLog.objects.get(origin=known.origin))
    signature = cosignatures.cosign(request.note.text, key, at)
    return Reply(200, witnessing.cosignatures_encoded([signature]))


def _remembered(known: WitnessedLog, request: AddCheckpoint) -> bool:
    """Move on from what was known, durably; False if another request has done so meanwhile."""
    new = request.checkpoint
    same = WitnessedLog.objects.filter(
        origin=known.origin, keys=known.keys, size=known.size, root=bytes(known.root)
    )
    text = request.note.encoded().decode()
    return bool(same.update(size=new.size, root=new.root, text=text, cosigned_at=timezone.now()))


def _remember_conflict(known: WitnessedLog, request: AddCheckpoint) -> None:
    """The first proof of a second history is kept."""
    log.error("%s has signed two histories of %d entries.", known.origin, known.size)
    first = WitnessedLog.objects.filter(origin=known.origin, conflict="")
    first.update(conflict=request.note.encoded().decode())


def _conflict(known: WitnessedLog) -> Reply:
    return Reply(409, witnessing.size_encoded(known.size), SIZE_TYPE)


def _refusal(status: int, sentence: str) -> Reply:
    return Reply(status, f"{sentence}\n".encode())
