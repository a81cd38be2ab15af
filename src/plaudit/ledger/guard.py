"""Never a second history: what the database says is held against what was published and signed."""

from collections.abc import Iterator

from plaudit import settings
from plaudit.ledger import batches, keys, tree, weighing
from plaudit.ledger.folder import CHECKPOINT, Folder
from plaudit.ledger.models import Checkpoint as Kept
from plaudit.ledger.models import Leaf, LogState
from plaudit.refusal import Refusal
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.refused import Refused

KEYS_CHANGED = (
    "The ledger's keys were changed after what this database knows: it is an older one, from a "
    "backup perhaps. Nothing is sealed. `plaudit ledger recover` takes back what is missing."
)


class Behind(Refusal):
    """The database is older than what was published: `plaudit ledger recover` helps."""


class Forked(Refusal):
    """The database tells another history than what was published."""


def check() -> LogState | None:
    """The log's state if it may be sealed on; None before there is a log.

    Raises Behind, Forked, tree.Changed, weighing.Reweighed, keys.NoKey: sentences for an operator.
    """
    state = batches.state_of()
    if state:
        check_keys(state)
        weighing.check(_first_entries(), settings.load())
    published = published_here()
    if state is None:
        if published:
            raise Behind(_behind(0, published.size, str(Folder().path)))
        return None
    kept = Kept.objects.order_by("-size").first()
    if published:
        _check_known(state, published.origin, published.size, published.root, "in the folder")
    if kept:
        _check_known(state, state.origin, kept.size, bytes(kept.root), "in the database")
    if tree.root_at(state.size) != bytes(state.root):
        raise tree.Changed(f"its {state.size} leaves do not lead to the ledger's root")
    return state


def published_here() -> Checkpoint | None:
    """The checkpoint in the folder, which one of our keys has signed. Raises Forked."""
    data = Folder().read(CHECKPOINT)
    return opened(data) if data is not None else None


def opened(data: bytes) -> Checkpoint:
    """A checkpoint of this log, by its bytes. Raises Forked."""
    try:
        note = notes.parse(data)
        return checkpoints.opened(note, checkpoints.parse(note.text).origin, _log_keys())
    except Refused as error:
        raise Forked(
            f"The checkpoint in {Folder().path} is not of this ledger: {error} "
            f"Is it the folder of another site, or is a key missing in {keys.folder()}?"
        ) from None


def _first_entries() -> Iterator[bytes]:
    rows = Leaf.objects.filter(index__lt=weighing.FIRST).order_by("index")
    return map(bytes, rows.values_list("data", flat=True))


def _log_keys() -> list[VerifierKey]:
    return [key for key in keys.public_keys() if not key.name.endswith(keys.ACK_NAME)]


def _check_known(state: LogState, origin: str, size: int, root: bytes, where: str) -> None:
    if origin != state.origin:
        raise Forked(f"The checkpoint {where} is of {origin}, the ledger is {state.origin}.")
    if size > state.size:
        raise Behind(_behind(state.size, size, where))
    if tree.root_at(size) != root:
        raise Forked(
            f"The ledger's first {size} entries are others than those which the checkpoint "
            f"{where} of that size has signed. See docs/operators/ledger.md, “What was changed”."
        )


def _behind(here: int, there: int, where: str) -> str:
    return (
        f"The database has {here:,} entries of the ledger, but {there:,} are published ({where}): "
        "it is an older one, from a backup perhaps. Nothing is sealed, so that there is never a "
        "second history. `plaudit ledger recover` takes back what is missing."
    )


def keys_are_newer(state: LogState) -> bool:
    """Whether the keys in the files are those of a change that this database does not know of,
    because it is from before: the files remember those it knows as former ones, and what is
    published is signed by the new one. Raises Forked, NoKey."""
    known = [VerifierKey.parse(line) for line in state.keys.splitlines()]
    data = Folder().read(CHECKPOINT)
    if batches.signers() == state.keys or data is None:
        return False
    return all(key in keys.former_keys() for key in known) and _has_signed(data)


def _has_signed(data: bytes) -> bool:
    """Whether the key that signs now has signed this checkpoint."""
    key = keys.signer()
    try:
        checkpoints.opened(notes.parse(data), key.name, [VerifierKey.parse(str(key.verifier))])
    except Refused:
        return False
    return True


def check_keys(state: LogState) -> None:
    if keys_are_newer(state):
        raise Behind(KEYS_CHANGED)
    if batches.signers() != state.keys:
        raise keys.NoKey(
            f"The keys in {keys.folder()} are not those of the ledger {state.origin}: copy the "
            "folder from the backup or from the machine that has them. Are they lost? Then "
            f"`plaudit ledger rotate-key` on {settings.load().home} begins with new ones."
        )
