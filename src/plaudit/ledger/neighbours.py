"""Who cosigns our log, and whose logs we cosign: what an operator decides, in the database."""

from django.db import transaction

from plaudit import settings
from plaudit.ledger import cosigner, keys
from plaudit.ledger.models import Witness, WitnessedLog
from plaudit.ledger.posting import address_from
from plaudit.refusal import Refusal
from plaudit.tlog.checkpoints import MOST_ORIGIN_BYTES
from plaudit.tlog.cosignatures import CosignerKey
from plaudit.tlog.keys import VerifierKey
from plaudit.tlog.refused import Malformed

MOST_WITNESSES = 32  # each is a request with every checkpoint
PREFIX = "/ledger/witness"


def own_address() -> str:
    """The submission prefix of this site as a witness."""
    return settings.load().url + PREFIX


@transaction.atomic
def add(key: str, address: str) -> Witness:
    """Ask a witness from now on; the same key again gives it another address. Raises Refusal."""
    witness, address = _cosigner(key), address_from(address)
    if not keys.is_missing(keys.folder() / cosigner.FILE) and cosigner.public() == witness:
        raise Refusal("That is this site's own key: nobody is a witness for themselves.")
    others = Witness.objects.exclude(name=witness.name)
    if any(other.verifier().public == witness.public for other in others):
        raise Refusal("Another witness has the same key: it would be counted twice.")
    known = Witness.objects.filter(name=witness.name).first()
    if known and known.key != key:
        raise Refusal(
            f"{witness.name} is known with another key. Has it a new one, and do you know so from "
            f"the witness itself? Then `plaudit ledger witness remove {witness.name}` first."
        )
    if known is None and others.count() >= MOST_WITNESSES:
        raise Refusal(f"There are {MOST_WITNESSES} witnesses; more are not asked.")
    values = {"key": key, "address": address, "trouble": ""}
    return Witness.objects.update_or_create(name=witness.name, defaults=values)[0]


def remove(name: str) -> None:
    """Ask a witness no longer. Raises Refusal."""
    if not Witness.objects.filter(name=name).delete()[0]:
        names = ", ".join(Witness.objects.order_by("name").values_list("name", flat=True))
        raise Refusal(f"No witness is called {name!r}. There are: {names or 'none'}.")


def accept(key: str, origin: str = "") -> CosignerKey:
    """Be a witness for the log whose checkpoints this key signs; returns the key to tell them.

    A second key of a log is accepted beside the first. Raises Refusal.
    """
    try:
        verifier = VerifierKey.parse(key)
    except Malformed as refusal:
        raise Refusal(
            f"That is not the key of a log: {refusal} The first line of its /ledger/keys is one."
        ) from None
    origin = origin or verifier.name
    _check_origin(origin)
    if verifier.public == keys.signer().verifier.public:
        raise Refusal("That is this site's own ledger: nobody is a witness for themselves.")
    cosigner.made()
    with transaction.atomic():
        log, _ = WitnessedLog.objects.select_for_update().get_or_create(origin=origin)
        if key not in log.keys.splitlines():
            log.keys += f"{key}\n"
            log.save(update_fields=["keys"])
    return cosigner.public()


def refuse(origin: str) -> None:
    """Be no witness for a log any more. What was cosigned of it is not forgotten: if it is accepted
    again, it has to go on from there. Raises Refusal."""
    _log(origin)
    WitnessedLog.objects.filter(origin=origin).update(keys="")


def proof(origin: str) -> tuple[str, str]:
    """Two checkpoints of one size with different roots, both signed by the log. Raises Refusal."""
    log = _log(origin)
    if not log.conflict:
        raise Refusal(f"{origin} has not shown this site a second history.")
    return log.text, log.conflict


def policy() -> str:
    """Our log and its witnesses as the policy that `plaudit audit --policy` reads."""
    found = list(Witness.objects.order_by("name"))
    needed = min(settings.load().witnesses_needed, len(found))
    lines = [f"log {keys.signer().verifier}", *(f"witness {one.name} {one.key}" for one in found)]
    if needed:
        names = " ".join(one.name for one in found)
        lines.append(f"group witnesses {needed} {names}")
    return "\n".join([*lines, f"quorum {'witnesses' if needed else 'none'}", ""])


def _cosigner(key: str) -> CosignerKey:
    try:
        found = CosignerKey.parse(key)
    except Malformed as refusal:
        raise Refusal(
            f"That is not the key of a witness: {refusal} Ask its operator for it; on a Plaudit "
            "site it is at /ledger/witness/key."
        ) from None
    if len(found.name) > MOST_ORIGIN_BYTES:
        raise Refusal(f"The name of a witness has at most {MOST_ORIGIN_BYTES} characters.")
    return found


def _check_origin(origin: str) -> None:
    if not origin.isprintable() or len(origin.encode(errors="replace")) > MOST_ORIGIN_BYTES:
        raise Refusal(f"{origin[:80]!r} cannot be the origin of a log.")


def _log(origin: str) -> WitnessedLog:
    found = WitnessedLog.objects.filter(origin=origin).first()
    if found is None:
        raise Refusal(f"This site is no witness for {origin!r}: `plaudit ledger witness list`.")
    return found
