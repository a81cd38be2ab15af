"""Proofs that stand for themselves: made, read, verified, and refused when anything differs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import cosignatures, hashes, notes, proof_files, proofs
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.cosignatures import CosigningKey
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed, NotProved, Refused
from tests.tlog import reference

ORIGIN = "example.com/fancylog"
LOG = SignerKey(ORIGIN, bytes(range(32)))
WITNESS = CosigningKey("witness1.example", bytes(range(1, 33)))
SIZE, INDEX = 109, 73
TREE = reference.Tree(reference.entries(SIZE))
LEAF = TREE.node(0, INDEX)
PATH = tuple(proofs.inclusion_proof(SIZE, INDEX, TREE.node))
TEXT = Checkpoint(ORIGIN, SIZE, hashes.root_hash(TREE.rows[0])).text()
NOTE = notes.signed(TEXT, LOG).with_signatures([cosignatures.cosign(TEXT, WITNESS, 1700000000)])
PROOF = ProofFile(INDEX, PATH, NOTE, b"opaque")
DATA = PROOF.encoded()


def verified(proof, leaf=LEAF, origin=ORIGIN, keys=(LOG.verifier,), **more):
    return proof.verified(leaf, origin, keys, **more)


def test_a_proof_is_laid_out_as_in_the_specification():
    lines = DATA.decode().split("\n")
    assert lines[:3] == ["c2sp.org/tlog-proof@v1", "extra b3BhcXVl", "index 73"]
    assert lines[3 + len(PATH)] == ""
    assert lines[4 + len(PATH)] == ORIGIN
    assert DATA.endswith(NOTE.encoded())


def test_a_proof_is_read_as_it_was_written():
    assert proof_files.parse(DATA) == PROOF
    bare = replace(PROOF, extra=b"")
    assert b"extra" not in bare.encoded()
    assert proof_files.parse(bare.encoded()) == bare


def test_a_proof_verifies_for_its_leaf_its_log_and_its_witnesses():
    assert verified(PROOF).size == SIZE
    verified(PROOF, witnesses=[WITNESS.verifier], needed=1)


def test_a_tree_of_one_leaf_needs_no_hashes():
    leaf = hashes.leaf_hash(b"only")
    note = notes.signed(Checkpoint(ORIGIN, 1, leaf).text(), LOG)
    proof = proof_files.parse(ProofFile(0, (), note).encoded())
    assert verified(proof, leaf).root == leaf


@pytest.mark.parametrize(
    ("proof", "arguments"),
    [
        (PROOF, {"leaf": hashes.leaf_hash(b"other")}),
        (PROOF, {"origin": "example.com/other"}),
        (PROOF, {"keys": [SignerKey(ORIGIN, bytes(32)).verifier]}),
        (PROOF, {"keys": []}),
        (PROOF, {"witnesses": [], "needed": 1}),
        (PROOF, {"witnesses": [WITNESS.verifier], "needed": 2}),
        (replace(PROOF, index=INDEX + 1), {}),
        (replace(PROOF, index=SIZE), {}),
        (replace(PROOF, hashes=PATH[1:]), {}),
        (replace(PROOF, hashes=(*PATH, PATH[0])), {}),
        (replace(PROOF, checkpoint=notes.Note(TEXT.replace("109", "110"), NOTE.signatures)), {}),
    ],
)
def test_a_proof_of_something_else_does_not_verify(proof, arguments):
    with pytest.raises(NotProved):
        verified(proof, **arguments)


HEAD = b"c2sp.org/tlog-proof@v1\nindex 0\n\n"
WRONG = {
    "nothing": b"",
    "another version": DATA.replace(b"proof@v1", b"proof@v2"),
    "CRLF": DATA.replace(b"\n", b"\r\n"),
    "no index": DATA.replace(b"index 73\n", b""),
    "index with a leading zero": DATA.replace(b"index 73", b"index 073"),
    "index with a sign": DATA.replace(b"index 73", b"index +73"),
    "negative index": DATA.replace(b"index 73", b"index -73"),
    "index with two spaces": DATA.replace(b"index 73", b"index  73"),
    "huge index": DATA.replace(b"index 73", b"index 4611686018427387904"),
    "index twice": DATA.replace(b"index 73", b"index 73\nindex 73"),
    "empty extra data": DATA.replace(b"extra b3BhcXVl", b"extra "),
    "extra data that is not base64": DATA.replace(b"b3BhcXVl", b"!!"),
    "extra data behind the index": DATA.replace(
        b"extra b3BhcXVl\nindex 73", b"index 73\nextra b3BhcXVl"
    ),
    "extra data twice": DATA.replace(b"extra b3BhcXVl", b"extra b3BhcXVl\nextra b3BhcXVl"),
    "a hash that is not base64": HEAD[:-1] + b"!!\n\n" + NOTE.encoded(),
    "a hash of 33 bytes": HEAD[:-1] + b"A" * 44 + b"\n\n" + NOTE.encoded(),
    "64 hashes": HEAD[:-1] + (b"A" * 43 + b"=\n") * 64 + b"\n" + NOTE.encoded(),
    "no checkpoint": HEAD,
    "two blank lines": DATA.replace(b"\n\nexample", b"\n\n\nexample"),
    "a note that is no checkpoint": HEAD + notes.signed("a\nb\n", LOG).encoded(),
    "a checkpoint without signatures": HEAD + TEXT.encode(),
    "a byte order mark": b"\xef\xbb\xbf" + DATA,
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_not_a_proof_is_refused(what):
    with pytest.raises(Malformed):
        proof_files.parse(WRONG[what])


@pytest.mark.parametrize(
    "wrong",
    [
        replace(PROOF, index=-1),
        replace(PROOF, hashes=(bytes(31),)),
        replace(PROOF, checkpoint=notes.signed("a\nb\n", LOG)),
        replace(PROOF, hashes=(bytes(32),) * 64),
    ],
)
def test_what_would_not_read_the_same_is_not_written(wrong):
    with pytest.raises(Malformed):
        wrong.encoded()


def test_every_proof_cut_or_lengthened_is_refused():
    signature_start = DATA.index(b"\xe2\x80\x94 witness1")
    for end in range(len(DATA)):
        if end != signature_start:  # there it is a proof still, of a checkpoint not cosigned
            with pytest.raises(Malformed):
                proof_files.parse(DATA[:end])
    for more in (b"\n", b"a", b"\0", b"\n\n", b" "):
        with pytest.raises(Malformed):
            proof_files.parse(DATA + more)


@given(st.integers(0, 8 * len(DATA) - 1))
def test_every_bit_of_a_proof_counts(bit):
    changed = bytearray(DATA)
    changed[bit // 8] ^= 1 << bit % 8
    is_extra = DATA.index(b"extra ") <= bit // 8 < DATA.index(b"\nindex")
    try:
        proof = proof_files.parse(bytes(changed))
        verified(proof, witnesses=[WITNESS.verifier], needed=1)
    except Refused:
        return
    assert is_extra
