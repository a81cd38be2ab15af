"""Receipts: the site's signed word for a vote, that its ballot will be in the log by a deadline.

Every vote waits for its signature, so what is the same for all of them is made once for a key.
"""

import time
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from plaudit.ledger import keys
from plaudit.points.ballots import InForce
from plaudit.points.slips import Receipt
from plaudit.tlog.keys import SignerKey

HEADER = "plaudit/ack/v1"
PROMISED_SECONDS = 600
VALUES = {1: "+1", -1: "-1", 0: "0"}


class Signing:
    """Signs acknowledgements for one origin with one key."""

    def __init__(self, origin: str, key: SignerKey) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(key.seed)
        self._id = key.verifier.id
        self._before = f"{HEADER}\n{origin}\n"
        self._signed_by = f"\n— {key.name} "

    def __call__(self, ballot: InForce) -> Receipt:
        """The ballot's leaf, and the note that promises it to the log (`docs/spec/ballots.md`)."""
        leaf = leaf_of(ballot)
        leaf_hash = b64encode(sha256(b"\x00" + leaf.encode()).digest()).decode()
        text = f"{self._before}{leaf_hash}\n{int(time.time()) + PROMISED_SECONDS}\n"
        signature = b64encode(self._id + self._private.sign(text.encode())).decode()
        return Receipt(leaf, f"{text}{self._signed_by}{signature}\n")


def signing() -> Signing:
    """By the site's key of now. Raises keys.NoKey."""
    return _signing(keys.signer().name, keys.ack_signer())


_signing = lru_cache(maxsize=4)(Signing)


def leaf_of(ballot: InForce) -> str:
    """As `recount.leaves.Ballot` writes it, to which a test holds it, in a thirtieth of its time:
    a ballot of the database has no fields that could be wrong."""
    return (
        f"plaudit/ballot/v1\nabout {ballot.about}\ntag {ballot.tag}\nrev {ballot.rev}\n"
        f"value {VALUES[ballot.value]}\nclass {ballot.kind}\nnonce {ballot.nonce}\n"
    )


def as_file(receipt: Receipt) -> dict[str, Any]:
    """A receipt as JSON that stands for itself.

    The site is the one that receipts are there to check, so its own word that a voter chose the
    nonce would be worth nothing: a file that it makes never says so.
    """
    return {
        "plaudit": "receipt/v1",
        "origin": keys.signer().name,
        "leaf": receipt.leaf,
        "ack": receipt.ack,
        "keys": [str(key) for key in keys.public_keys()],
        "nonce_by": "server",
    }
