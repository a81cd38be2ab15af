"""Writes docs/spec/vectors anew: `python -m tests.vectors.make`. Tests hold the files to it."""

import json

from tests.auditor import logs
from tests.support.home import ROOT
from tests.vectors import cases, example

FOLDER = ROOT / "docs" / "spec" / "vectors"
JSON = {
    "leaves.json": cases.of_leaves,
    "trees.json": cases.of_trees,
    "proofs.json": cases.of_proofs,
    "notes.json": cases.of_notes,
    "replay.json": cases.of_replay,
    "points-map.json": cases.of_points_map,
    "receipt.json": cases.of_receipt,
}


def files():
    """Every file of the folder but its README, as bytes."""
    found = {
        name: (json.dumps(of(), indent=1, ensure_ascii=False) + "\n").encode()
        for name, of in JSON.items()
    }
    log = logs.files([leaf.encoded() for leaf in example.leaves()], signer=example.SIGNER)
    keys = "".join(f"{key.verifier}\n" for key in (example.SIGNER, example.ACK_SIGNER))
    log["keys"] = keys.encode()
    found["points-proof.txt"] = cases.points_proof().encoded()
    return found | {f"log/{path}": data for path, data in log.items()}


if __name__ == "__main__":
    logs.save(files(), FOLDER)
