"""New keys for the log and its receipts, in place of those that may be known to others."""

from plaudit import turn
from plaudit.ledger import batches, guard, keys, sealing
from plaudit.ledger.models import LogState
from plaudit.refusal import Refusal
from plaudit.tlog.keys import VerifierKey

BUSY = "The ledger is just being sealed: try again, or stop `plaudit run` first."


def rotate() -> None:
    """New keys for checkpoints and receipts; the checkpoint of now is signed by old and new."""
    with turn.taken(sealing.TURN) as is_ours:
        if not is_ours:
            raise Refusal(BUSY)
        state = batches.state_of()
        if state is None:
            raise Refusal("There is no ledger yet, so no key has signed anything.")
        keys.replace(state.origin, signed_so_far(state))
        LogState.objects.filter(id=state.pk).update(keys=batches.signers())
        state = guard.check()
        if state:
            sealing.finish(state, sealing.unwitnessed)


def signed_so_far(state: LogState | None) -> list[VerifierKey]:
    """The public halves of the keys in use: those in the files, and those the database knows."""
    found = [VerifierKey.parse(line) for line in state.keys.splitlines()] if state else []
    for key in (keys.signer, keys.ack_signer):
        try:
            found.append(VerifierKey.parse(str(key().verifier)))
        except keys.NoKey:  # lost or damaged, which may be why there shall be another
            continue
    return found
