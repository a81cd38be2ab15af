"""Logs to audit, made with the log's core alone, and the files they are served as."""

import json
import random
from base64 import b64encode, urlsafe_b64encode
from functools import cache

from plaudit.recount.leaves import Ballot, Policy
from plaudit.tlog import bundles, hashes, notes, tiles
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import Frontier, leaf_hash
from plaudit.tlog.keys import SignerKey

ORIGIN = "gazette.example"
SIGNER = SignerKey(ORIGIN, bytes(range(32)))
ACK_SIGNER = SignerKey(f"{ORIGIN}/ack", bytes(range(1, 33)))
KEYS = "".join(f"{key.verifier}\n" for key in (SIGNER, ACK_SIGNER)).encode()
ABOUTS = [f"s/01JD3Z5K8R2M7N4Q6T9V0W1X{number:02}" for number in range(40)]


def base64url(data):
    return urlsafe_b64encode(data).decode().rstrip("=")


def voter(number):
    """Tag and nonce of somebody."""
    chance = random.Random(number)
    return base64url(chance.randbytes(32)), base64url(chance.randbytes(16))


def ballot(number, about=ABOUTS[0], rev=1, value=1, kind="g"):
    tag, _ = voter(number)
    return Ballot(about, tag, rev, value, kind, voter(number + 1_000_000 * rev)[1])


def entries(size):
    """A policy and so many ballots but one."""
    return [Policy().encoded(), *(random_ballot(number) for number in range(1, size))]


@cache
def random_ballot(number):
    chance = random.Random(number)
    value = chance.choice([1, 1, 1, -1])
    return ballot(number, chance.choice(ABOUTS), 1, value, chance.choice("mgf")).encoded()


def signed(root, size, signer=SIGNER, origin=ORIGIN):
    return notes.signed(Checkpoint(origin, size, root).text(), signer)


def files(log, signer=SIGNER):
    """A log as it is served: every path below `ledger/` and its bytes."""
    tree, nodes = Frontier(), {}
    for run in tree.extend(hashes.leaf_hashes(log)):
        for level, index, value in run.nodes():
            nodes[level, index] = value
    size = len(log)
    found = {
        tile.path: tiles.rendered(tile, lambda level, index: nodes[level, index])
        for tile in tiles.of_size(size)
    }
    for bundle in tiles.bundles_between(0, size):
        found[bundle.path] = bundles.encode(log[bundle.start : bundle.start + bundle.width])
    checkpoint = signed(tree.root(), size, signer, signer.name).encoded()
    return {**found, "checkpoint": checkpoint, "keys": KEYS}


def save(found, folder):
    for path, data in found.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return folder


def receipt(leaf, deadline, signer=ACK_SIGNER, origin=ORIGIN, keys=(SIGNER, ACK_SIGNER)):
    """As a voter's page keeps it."""
    digest = b64encode(leaf_hash(leaf.encoded())).decode()
    ack = notes.signed(f"plaudit/ack/v1\n{origin}\n{digest}\n{deadline}\n", signer)
    return {
        "plaudit": "receipt/v1",
        "origin": origin,
        "leaf": leaf.encoded().decode(),
        "ack": ack.encoded().decode(),
        "keys": [str(key.verifier) for key in keys],
        "nonce_by": "voter",
    }


def receipt_file(leaf, deadline, **given):
    return json.dumps(receipt(leaf, deadline, **given)).encode()
