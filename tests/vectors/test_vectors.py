"""The vectors are as they were made, say what is true, and are what the specification shows."""

import base64
import json
import re

import pytest

from plaudit.auditor import receipts
from plaudit.auditor.auditing import Wishes, audit
from plaudit.auditor.sources import Folder
from plaudit.recount import leaves, map_proof
from plaudit.recount.replay import Replay, RuleBroken
from plaudit.tlog import checkpoints, notes, proofs
from plaudit.tlog.hashes import leaf_hash
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed, NotProved, Refused
from tests.recount import naive
from tests.vectors import example, make

PAGE = (make.FOLDER.parent / "ledger.md").read_text()
BLOCKS = re.findall(r"```\n(.*?)```", PAGE, re.DOTALL)


def read(name):
    return json.loads((make.FOLDER / name).read_text())


def test_the_files_are_those_that_the_script_makes():
    stored = {
        str(path.relative_to(make.FOLDER)): path.read_bytes()
        for path in make.FOLDER.rglob("*")
        if path.is_file() and path.name != "README.md"
    }
    made = make.files()
    assert sorted(stored) == sorted(made)
    assert [name for name in made if stored[name] != made[name]] == []


def test_every_file_is_described():
    told = (make.FOLDER / "README.md").read_text()
    assert [name for name in [*make.JSON, "log/"] if f"| `{name}` |" not in told] == []


@pytest.mark.parametrize("vector", read("leaves.json")["valid"])
def test_a_valid_leaf_is_read_and_has_its_hash(vector):
    data = vector["leaf"].encode()
    assert leaves.parse(data).encoded() == data
    assert leaf_hash(data).hex() == vector["hash"]


@pytest.mark.parametrize("vector", read("leaves.json")["invalid"])
def test_an_invalid_leaf_is_refused(vector):
    with pytest.raises(Malformed, match=re.escape(vector["why"])):
        leaves.parse(base64.b64decode(vector["base64"]))


def root(size):
    return next(bytes.fromhex(one["root"]) for one in read("trees.json") if one["size"] == size)


def path(vector):
    return [bytes.fromhex(one) for one in vector["proof"]]


def test_proofs_lead_to_the_roots():
    found = read("proofs.json")
    for one in found["inclusion"]:
        leaf, size = bytes.fromhex(one["leaf_hash"]), one["size"]
        proofs.verify_inclusion(leaf, one["index"], size, path(one), root(size))
    for one in found["consistency"]:
        proofs.verify_consistency(
            one["old"], one["new"], path(one), root(one["old"]), root(one["new"])
        )


@pytest.mark.parametrize("vector", read("proofs.json")["prove_nothing"])
def test_what_proves_nothing_is_refused(vector):
    sizes = {name: vector[name] for name in ("old", "new", "index", "size") if name in vector}
    if "old" in vector:
        check, roots = proofs.verify_consistency, {"old_root": root(0), "new_root": root(7)}
    else:
        check, roots = proofs.verify_inclusion, {"leaf": bytes(32), "root": root(0)}
    with pytest.raises(NotProved):
        check(**sizes, **roots, proof=path(vector))


def test_the_note_is_signed_and_the_others_are_refused():
    found = read("notes.json")
    key = VerifierKey.parse(found["key"])
    assert SignerKey(key.name, bytes.fromhex(found["seeds"]["key"])).verifier == key
    note = notes.parse(found["checkpoint"].encode())
    assert checkpoints.opened(note, "gazette.example", [key]).root == root(260)
    for one in found["refused"]:
        with pytest.raises(Refused):
            checkpoints.opened(notes.parse(one["note"].encode()), "gazette.example", [key])


@pytest.mark.parametrize("vector", read("replay.json"), ids=lambda vector: vector["case"])
def test_a_replay_gives_these_points_or_fails_there(vector):
    entries = [leaf.encode() for leaf in vector["leaves"]]
    replay = Replay(entries.__getitem__)
    if "fails_at" in vector:
        with pytest.raises(RuleBroken) as broken:
            replay.feed(entries)
        assert broken.value.index == vector["fails_at"]
        return
    replay.feed(entries)
    assert {about: points.as_json() for about, points in replay.all_points()} == vector["points"]
    without_total = {
        about: {name: value for name, value in points.items() if name != "total"}
        for about, points in vector["points"].items()
    }
    assert naive.points(entries) == without_total


def test_every_entry_of_the_points_map_is_proved_by_the_points_leaf():
    found = read("points-map.json")
    map_root = bytes.fromhex(found["root"])
    assert leaves.parse(example.opening()[11].encoded()).root == map_root
    for one in found["entries"]:
        leaf = leaf_hash(one["entry"].encode())
        proofs.verify_inclusion(leaf, one["index"], len(found["entries"]), path(one), map_root)


def test_the_points_of_one_subject_are_proved_by_the_signed_log():
    proof = map_proof.parse((make.FOLDER / "points-proof.txt").read_bytes())
    about, points, index, checkpoint = proof.verified(example.ORIGIN, [example.SIGNER.verifier])
    assert proof.entry.decode() in PAGE
    assert (about, points.up, points.down, index, checkpoint.size) == (example.STORY, 1, 1, 11, 260)


def test_the_log_is_recounted_and_the_receipt_proved(tmp_path):
    receipt = receipts.parse((make.FOLDER / "receipt.json").read_bytes())
    wishes = Wishes(receipts=[("receipt.json", receipt)])
    found = audit(Folder(make.FOLDER / "log"), tmp_path, wishes)
    assert (found.status, found.facts["size"]) == (0, 260)
    assert "is leaf 1 and counts." in found.found[-1].text


def test_the_page_shows_what_is_in_the_vectors():
    leaf = read("leaves.json")["valid"][1]
    entry = read("points-map.json")["entries"][1]["entry"]
    shown = [
        leaf["leaf"], f"{leaf['hash']}\n", read("notes.json")["checkpoint"],
        entry, (make.FOLDER / "points-proof.txt").read_text(), read("receipt.json")["ack"],
    ]  # fmt: skip
    assert shown == BLOCKS


def test_the_page_names_every_kind_and_field():
    for kind in leaves.KINDS.values():
        fields = ", ".join(f"`{name}`" for name, _, _ in kind.FIELDS)
        assert f"| `{kind.KIND_LINE}` | {fields} |" in PAGE
