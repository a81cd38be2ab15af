"""How the ledger is, for operators: as the command and the doctor say it."""

from typing import NamedTuple

from plaudit.ledger import batches, cadence, guard
from plaudit.refusal import Refusal
from plaudit.tlog.canonical import to_base64


class Condition(NamedTuple):
    """`trouble` is a sentence, empty if all is well; no origin: there is no ledger yet."""

    origin: str = ""
    size: int = 0
    root: str = ""  # base64
    published: int = 0
    waiting: int = 0
    trouble: str = ""


def condition() -> Condition:
    state = batches.state_of()
    try:
        guard.check()
        trouble = ""
    except Refusal as refusal:
        trouble = str(refusal)
    if state is None:
        return Condition(trouble=trouble)
    waiting = cadence.queue().waiting
    root = to_base64(bytes(state.root))
    return Condition(state.origin, state.size, root, state.published, waiting, trouble)
