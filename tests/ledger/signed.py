"""A log of a few ballots with its keys, receipts and proofs, made by plaudit.tlog, for tests."""

import json
import time
from dataclasses import dataclass, field
from typing import Any

from plaudit.ledger.receipts import Signing
from plaudit.points.ballots import InForce
from plaudit.tlog import checkpoints, hashes, notes, proofs
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.tiles import NodeReader

ABOUT = "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y"
TAG = "DkJtDYyFWa09uJ9PbY9ULp8I8Tdw1wHbEKOvMBe-O1E"


def ballot(number: int = 1, value: int = 1) -> InForce:
    return InForce(ABOUT, TAG, number, value, "g", "AAECAwQFBgcICQoLDA0ODw")


@dataclass
class SignedLog:
    origin: str = "gazette.example"
    leaves: list[bytes] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.key = SignerKey(self.origin, bytes(range(32)))
        self.ack_key = SignerKey(f"{self.origin}/ack", bytes(range(1, 33)))

    @property
    def keys(self) -> list[str]:
        return [str(self.key.verifier), str(self.ack_key.verifier)]

    def receipt(self, number: int = 1, **more: Any) -> dict[str, Any]:
        """The receipt of a ballot, with `more` fields in place of its own."""
        receipt = Signing(self.origin, self.ack_key)(ballot(number))
        fields = {"plaudit": "receipt/v1", "origin": self.origin, **receipt._asdict()}
        return fields | {"keys": self.keys, "nonce_by": "voter"} | more

    def due(self, seconds: int, **more: Any) -> dict[str, Any]:
        """A receipt whose deadline is so many seconds from now."""
        made = self.receipt(**more)
        head, _, _ = made["ack"].partition("\n\n")[0].rpartition("\n")
        text = f"{head}\n{int(time.time()) + seconds}\n"
        return made | {"ack": notes.signed(text, self.ack_key).encoded().decode()}

    def seal(self, *receipts: dict[str, Any]) -> None:
        self.leaves += [str(one["leaf"]).encode() for one in receipts]

    def fill(self, number: int) -> None:
        self.leaves += [f"entry {n}\n".encode() for n in range(number)]

    def proof(self, index: int, extra: bytes = b"") -> ProofFile:
        """Under the checkpoint of now."""
        hashed, size = hashes.leaf_hashes(self.leaves), len(self.leaves)
        root = hashes.root_hash(hashed)
        text = checkpoints.Checkpoint(self.origin, size, root).text()
        path = proofs.inclusion_proof(size, index, _nodes(hashed))
        return ProofFile(index, tuple(path), notes.signed(text, self.key), extra)

    def answer(self, path: str) -> tuple[int, str]:
        """What the site answers below /ledger/."""
        kind, _, name = path.partition("/")
        if kind == "keys":
            return 200, "".join(f"{key}\n" for key in self.keys)
        if kind == "proof":
            return 200, self.proof(int(name)).encoded().decode()
        found = [at for at, leaf in enumerate(self.leaves) if hashes.leaf_hash(leaf).hex() == name]
        if not found:
            return 404, json.dumps({"error": "No sealed entry has this hash."})
        where = {"index": found[0], "size": len(self.leaves), "proof": f"/ledger/proof/{found[0]}"}
        return 200, json.dumps(where)


def _nodes(hashed: list[bytes]) -> NodeReader:
    def node(level: int, index: int) -> bytes:
        return hashes.root_hash(hashed[index << level : (index + 1) << level])

    return node
