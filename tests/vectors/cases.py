"""What the vectors say of each kind of thing, as data for JSON files."""

from dataclasses import replace

from plaudit.recount import leaves
from plaudit.recount.leaves import Carried, OriginChange, PointsRoot, Policy, Unvoid, Void
from plaudit.recount.map_proof import MapProof
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.tlog import notes
from plaudit.tlog.canonical import to_base64
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.hashes import leaf_hash
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed
from tests.auditor.logs import receipt
from tests.recount.test_leaves import REFUSED
from tests.tlog import reference
from tests.vectors import example
from tests.vectors.example import ACK_SIGNER, ORIGIN, OTHER, SIGNER, STORY, ballot

ROOT = bytes(range(32))


def of_leaves():
    every = [
        *example.opening(),
        Policy(m=2, g=0, f=1000),
        ballot("ed", rev=999_999_999, value=-1, kind="f"),
        ballot("flo", about=example.ITEM),
        Carried(STORY, -12, "other"),
        Void(2**62 - 1, "legal"),
        OriginChange("old.gazette.example", 70_000, ROOT),
    ]
    return {
        "valid": [
            {"leaf": leaf.encoded().decode(), "hash": leaf_hash(leaf.encoded()).hex()}
            for leaf in every
        ],
        "invalid": [
            {"why": why(data), "base64": to_base64(data)}
            for data, _ in REFUSED
            if len(data) < 9_999
        ],
    }


def why(data):
    try:
        leaves.parse(data)
    except Malformed as refusal:
        return str(refusal)
    raise AssertionError(data)


def of_trees():
    """Roots over the first leaves of the example log, by the definition of RFC 6962."""
    entries = [leaf.encoded() for leaf in example.leaves()]
    return [
        {"size": size, "root": reference.root(entries[:size]).hex()}
        for size in (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 255, 256, 257, 260)
    ]


INCLUDED = ((0, 1), (0, 2), (1, 2), (4, 7), (6, 7), (3, 256), (256, 257), (259, 260))
CONSISTENT = ((1, 2), (3, 7), (4, 7), (6, 8), (255, 256), (256, 260), (257, 260), (260, 260))


def of_proofs():
    entries = [leaf.encoded() for leaf in example.leaves()]
    return {
        "inclusion": [
            {
                "index": index,
                "size": size,
                "leaf_hash": leaf_hash(entries[index]).hex(),
                "proof": in_hex(reference.inclusion(index, entries[:size])),
            }
            for index, size in INCLUDED
        ],
        "consistency": [
            {"old": old, "new": new, "proof": in_hex(reference.consistency(old, entries[:new]))}
            for old, new in CONSISTENT
        ],
        "prove_nothing": [
            {"old": 0, "new": 7, "proof": [], "why": "every tree is consistent with an empty one"},
            {"index": 0, "size": 0, "proof": [], "why": "an empty tree has no leaf"},
            {"index": 7, "size": 7, "proof": [], "why": "a tree of size 7 has no leaf 7"},
        ],
    }


def in_hex(path):
    return [one.hex() for one in path]


def of_notes():
    entries = [leaf.encoded() for leaf in example.leaves()]
    right = notes.signed(Checkpoint(ORIGIN, 260, reference.root(entries)).text(), SIGNER)
    text = right.encoded().decode()
    signature = text[text.index("—") :]
    malformed = {
        "lines that end with CRLF": text.replace("\n", "\r\n"),
        "a blank line too many": text.replace("\n\n", "\n\n\n"),
        "no blank line": text.replace("\n\n", "\n"),
        "a size with a leading zero": text.replace("\n260\n", "\n0260\n"),
        "a size beyond all sizes": text.replace("\n260\n", f"\n{10**30}\n"),
        "an en dash": text.replace("—", "–"),
        "two signatures by one key": text + signature,
        "no signature": text[: text.index("—")],
        "a signature without its last newline": text[:-1],
        "base64 without padding": text.replace("=\n\n", "\n\n"),
        "a root of 31 bytes": text.replace(text.split("\n")[2], to_base64(ROOT[:31])),
        "an empty line in the text": text.replace("\n260\n", "\n\n260\n"),
        "a tab": text.replace("\n260\n", "\n260\t\n"),
        "a text of which one figure was changed": text.replace("\n260\n", "\n261\n"),
    }
    return {
        "key": str(SIGNER.verifier),
        "ack_key": str(ACK_SIGNER.verifier),
        "seeds": {"key": SIGNER.seed.hex(), "ack_key": ACK_SIGNER.seed.hex()},
        "checkpoint": text,
        "refused": [{"why": reason, "note": data} for reason, data in malformed.items()],
    }


def of_replay():
    one = ballot("anna")
    again = ballot("anna", rev=2, value=-1)
    aside = [Policy(), one, Void(1, "spam")]
    cases = {
        "one ballot": [Policy(), one],
        "a mind changed": [Policy(), one, again],
        "a point taken back": [Policy(), one, ballot("anna", rev=2, value=0)],
        "classes and weights": [
            Policy(m=2, g=1, f=0), ballot("anna", kind="m"), ballot("ben"), ballot("cy", kind="f"),
        ],
        "the last policy weighs all": [Policy(m=2), ballot("anna", kind="m"), Policy(m=5)],
        "set aside": aside,
        "set aside and restored": [*aside, Unvoid(1)],
        "a revision after one that was set aside": [*aside, again],
        "an earlier revision set aside": [Policy(), one, again, Void(1, "ring")],
        "nothing, set aside": [Policy(), ballot("anna", value=0), Void(1, "ring")],
        "carried over, twice": [Policy(), Carried(STORY, 10, "ghost"), Carried(STORY, -3, "other")],
        "one tag on two subjects": [Policy(), one, replace(one, about=OTHER)],
        "a log after a lost one": [OriginChange("old.example", 9, ROOT), Policy(), one],
        "a root of all points": [Policy(), one, example.points_root([Policy(), one])],
        "no policy": [one],
        "no policy after a change of origin": [OriginChange("old.example", 9, ROOT), one],
        "a change of origin later on": [Policy(), OriginChange("old.example", 9, ROOT)],
        "a revision left out": [Policy(), one, ballot("anna", rev=3)],
        "a revision twice": [Policy(), one, one],
        "a first revision that is none": [Policy(), again],
        "a void of no ballot": [Policy(), Void(0, "spam")],
        "a void of what is void": [*aside, Void(1, "spam")],
        "a void of itself": [Policy(), Void(1, "spam")],
        "a void of what comes later": [Policy(), Void(2, "spam"), one],
        "an unvoid of what is not void": [Policy(), one, Unvoid(1)],
        "another root of points": [Policy(), one, PointsRoot(ROOT)],
    }  # fmt: skip
    return [
        {"case": case, "leaves": [leaf.encoded().decode() for leaf in of], **outcome(of)}
        for case, of in cases.items()
    ]


def outcome(of):
    entries = [leaf.encoded() for leaf in of]
    replay = Replay(entries.__getitem__)
    try:
        replay.feed(entries)
    except RuleBroken as broken:
        return {"fails_at": broken.index, "why": broken.reason}
    return {"points": {about: points.as_json() for about, points in replay.all_points()}}


def of_points_map():
    """The map in front of the last leaf of the specification's example, and a proof of each."""
    entries = [leaf.encoded() for leaf in example.opening()[:-1]]
    replay = Replay(entries.__getitem__)
    replay.feed(entries)
    found = [points.entry(about) for about, points in replay.all_points()]
    return {
        "root": reference.root(found).hex(),
        "entries": [
            {"entry": entry.decode(), "index": index,
             "proof": in_hex(reference.inclusion(index, found))}
            for index, entry in enumerate(found)
        ],
    }  # fmt: skip


def points_proof():
    """The proof of the second entry of that map, under the checkpoint of the whole log."""
    found = of_points_map()["entries"][1]
    log = [leaf.encoded() for leaf in example.leaves()]
    text = Checkpoint(ORIGIN, len(log), reference.root(log)).text()
    index = len(example.opening()) - 1
    leaf = ProofFile(index, tuple(reference.inclusion(index, log)), notes.signed(text, SIGNER))
    path = tuple(bytes.fromhex(one) for one in found["proof"])
    root, size = leaves.parse(log[index]).root, len(of_points_map()["entries"])
    return MapProof(found["index"], size, root, path, found["entry"].encode(), leaf)


def of_receipt():
    return receipt(example.FIRST, 1_800_000_000, signer=ACK_SIGNER, keys=[SIGNER, ACK_SIGNER])
