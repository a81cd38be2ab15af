"""Receipts: what the site signs for a vote, and what it writes into a file."""

import time

from hypothesis import given
from hypothesis import strategies as st

from plaudit import settings
from plaudit.ledger import keys, receipts
from plaudit.ledger.receipts import Signing
from plaudit.points.ballots import InForce
from plaudit.recount.leaves import Ballot
from plaudit.tlog import hashes, notes
from plaudit.tlog.canonical import from_base64
from plaudit.tlog.keys import SignerKey

ABOUT, TAG = "s/01JD3Z5K8R2M7N4Q6T9V0W1X2Y", "DkJtDYyFWa09uJ9PbY9ULp8I8Tdw1wHbEKOvMBe-O1E"
BALLOT = InForce(ABOUT, TAG, 1, 1, "g", "AAECAwQFBgcICQoLDA0ODw")
KEY = SignerKey("gazette.example/ack", bytes(range(32)))
SIGN = Signing("gazette.example", KEY)

ballots = st.builds(
    InForce,
    st.sampled_from([ABOUT, f"c/{ABOUT[2:]}"]),
    st.just(TAG),
    st.integers(1, 999_999_999),
    st.sampled_from([1, -1, 0]),
    st.sampled_from(["m", "g", "f"]),
    st.just(BALLOT.nonce),
)


@given(ballots)
def test_the_leaf_is_the_one_that_is_recounted(ballot):
    assert receipts.leaf_of(ballot).encode() == Ballot(*ballot).encoded()


def test_the_promise_is_a_note_that_the_key_has_signed():
    leaf, ack = SIGN(BALLOT)
    note = notes.parse(ack.encode())
    note.verified([KEY.verifier])
    assert note.encoded() == ack.encode()
    kind, origin, leaf_hash, deadline, end = note.text.split("\n")
    assert (kind, origin, end) == ("plaudit/ack/v1", "gazette.example", "")
    assert from_base64(leaf_hash, "hash") == hashes.leaf_hash(leaf.encode())
    assert abs(int(deadline) - time.time() - 600) < 10


def test_a_receipt_is_signed_by_the_key_that_the_site_has_now(tmp_path, monkeypatch):
    here = settings.load().model_copy(update={"home": tmp_path, "origin": "gazette.example"})
    monkeypatch.setattr(settings, "load", lambda: here)
    first, same = receipts.signing(), receipts.signing()
    assert first is same
    (tmp_path / "keys/ack.key").unlink()
    notes.parse(receipts.signing()(BALLOT).ack.encode()).verified([keys.ack_signer().verifier])
    assert receipts.signing() is not first


def test_a_file_that_the_site_makes_never_says_that_the_voter_chose_the_nonce():
    made = receipts.as_file(SIGN(BALLOT))
    assert list(made) == ["plaudit", "origin", "leaf", "ack", "keys", "nonce_by"]
    assert (made["plaudit"], made["nonce_by"]) == ("receipt/v1", "server")
    assert made["keys"] == [str(keys.signer().verifier), str(keys.ack_signer().verifier)]
