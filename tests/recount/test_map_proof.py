"""A proof of one subject's points holds as it was made, and in no other form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.recount import map_proof
from plaudit.recount.leaves import PointsRoot
from plaudit.recount.map_proof import MapProof
from plaudit.recount.points import Points
from plaudit.tlog import checkpoints, notes
from plaudit.tlog.keys import SignerKey
from plaudit.tlog.proof_files import ProofFile
from plaudit.tlog.refused import Malformed, Refused
from tests.recount.samples import ABOUT
from tests.tlog import reference

KEY = SignerKey("gazette.example", bytes(range(32)))
OTHERS = [f"s/01JD3Z5K8R2M7N4Q6T9V0W1X{two}" for two in ("00", "11", "3Y")]
POINTS = Points(590, 7, 301, 282, -4, set_aside=2, carried=-5)


def made(points=POINTS):
    entries = sorted([points.entry(ABOUT), *(Points(up=1).entry(other) for other in OTHERS)])
    index, root = entries.index(points.entry(ABOUT)), reference.root(entries)
    log = [b"policy", b"ballot", PointsRoot(root).encoded(), b"ballot"]
    text = checkpoints.Checkpoint(KEY.name, len(log), reference.root(log)).text()
    leaf = ProofFile(2, tuple(reference.inclusion(2, log)), notes.signed(text, KEY))
    path = tuple(reference.inclusion(index, entries))
    return MapProof(index, len(entries), root, path, points.entry(ABOUT), leaf)


def test_it_says_whose_points_how_many_and_in_front_of_which_leaf():
    proof = map_proof.parse(made().encoded())
    about, points, index, checkpoint = proof.verified(KEY.name, [KEY.verifier])
    assert (about, points, index, checkpoint.size) == (ABOUT, POINTS, 2, 4)


@given(st.data())
def test_any_flipped_bit_is_refused(data):
    proof = bytearray(made().encoded())
    # Neither a bit of the signature's name nor of a second way to write the same is left out.
    at = data.draw(st.integers(0, len(proof) - 1))
    proof[at] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(Refused):
        map_proof.parse(bytes(proof)).verified(KEY.name, [KEY.verifier])


@given(st.binary(max_size=300))
def test_what_is_no_proof_is_refused(data):
    with pytest.raises(Malformed):
        map_proof.parse(data)


@pytest.mark.parametrize(("said", "instead"), [
    ("up 590", "up 0590"), ("up 590", "up +590"), ("up 590", "up -590"), ("up 590", "ups 590"),
    ("down 7", "down 7\ndown 7"), ("carried -5", "carried −5"), ("carried -5", "carried -0"),
    (f"about {ABOUT}", "about s/1"), ("size 4", "size 04"), ("index", "Index"),
])  # fmt: skip
def test_another_spelling_is_refused(said, instead):
    text = made().encoded().decode()
    with pytest.raises(Refused):
        map_proof.parse(text.replace(said, instead, 1).encode()).verified(KEY.name, [KEY.verifier])


def test_it_holds_for_its_own_log_alone():
    proof = made()
    with pytest.raises(Refused):
        proof.verified("rival.example", [KEY.verifier])
    with pytest.raises(Refused):
        proof.verified(KEY.name, [SignerKey(KEY.name, bytes(32)).verifier])


@given(st.builds(Points, *[st.integers(0, 10**12)] * 2, *[st.integers(-(10**12), 10**12)] * 3,
                 st.integers(0, 10**9), st.integers(-(10**12), 10**12)))  # fmt: skip
def test_every_entry_is_read_as_it_was_written(points):
    assert map_proof.read_entry(points.entry(ABOUT)) == (ABOUT, points)
