"""Cosignatures: those of real witnesses verify, and ours are of the same make."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plaudit.tlog import cosignatures, notes
from plaudit.tlog.canonical import MOST_SECONDS
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.cosignatures import CosignerKey, CosigningKey
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed, NotProved
from tests.tlog import published

ARCHE = notes.parse(published.ARCHE_CHECKPOINT.encode())
WITNESSES = [CosignerKey.parse(key) for key in published.WITNESSES]
TEXT = Checkpoint("example.com/log", 3, bytes(range(32)), ("more",)).text()
KEY = CosigningKey("witness.example/w1", bytes(range(32)))


def cosigned(text=TEXT, key=KEY, at=1679315147):
    signer = SignerKey("example.com/log", bytes(32))
    return notes.signed(text, signer).with_signatures([cosignatures.cosign(text, key, at)])


def test_the_cosignatures_of_four_real_witnesses_verify():
    found = ARCHE.verified(WITNESSES)
    assert [one.name for one in found] == [key.name for key in WITNESSES]
    assert {cosignatures.time_of(one) for one in found} == {published.ARCHE_COSIGNED_AT}


def test_witnesses_are_counted_by_their_keys():
    cosignatures.check(ARCHE, WITNESSES, 4)
    cosignatures.check(ARCHE, [], 0)
    with pytest.raises(NotProved, match="4 of the known witnesses"):
        cosignatures.check(ARCHE, WITNESSES, 5)
    with pytest.raises(NotProved, match="2 of the known witnesses"):
        cosignatures.check(ARCHE, WITNESSES[:2], 3)
    with pytest.raises(NotProved, match="known key"):
        cosignatures.check(ARCHE, [KEY.verifier], 1)


def test_one_key_under_two_names_counts_once():
    double = CosigningKey("witness.example/w2", KEY.seed)
    note = cosigned().with_signatures([cosignatures.cosign(TEXT, double, 1)])
    cosignatures.check(note, [KEY.verifier, double.verifier], 1)
    with pytest.raises(NotProved, match="1 of the known witnesses"):
        cosignatures.check(note, [KEY.verifier, double.verifier], 2)


def test_the_message_is_header_time_and_the_whole_text_of_the_checkpoint():
    signature = cosignatures.cosign(TEXT, KEY, 1679315147)
    assert signature.value[:8] == (1679315147).to_bytes(8, "big")
    message = b"cosignature/v1\ntime 1679315147\n" + TEXT.encode()
    assert signature.value[8:] == KEY.sign_bytes(message)
    assert len(signature.value) == 72


@given(st.integers(0, MOST_SECONDS))
def test_every_time_is_read_as_it_was_signed(at):
    note = notes.parse(cosigned(at=at).encoded())
    assert [cosignatures.time_of(one) for one in note.verified([KEY.verifier])] == [at]


@given(st.integers(0, 8 * 72 - 1))
def test_a_cosignature_with_a_bit_changed_does_not_verify(bit):
    value = bytearray(cosignatures.cosign(TEXT, KEY, 1).value)
    value[bit // 8] ^= 1 << bit % 8
    with pytest.raises(NotProved):
        KEY.verifier.verify(TEXT.encode(), bytes(value))


def test_it_covers_the_extension_lines():
    note = cosigned()
    changed = notes.Note(note.text.replace("more", "less"), note.signatures)
    with pytest.raises(NotProved):
        changed.verified([KEY.verifier])


@pytest.mark.parametrize("value", [b"", bytes(64), bytes(71), bytes(73)])
def test_a_signature_of_another_length_is_no_cosignature(value):
    with pytest.raises(NotProved, match="72 bytes"):
        KEY.verifier.verify(TEXT.encode(), value)
    with pytest.raises(Malformed, match="72 bytes"):
        cosignatures.time_of(notes.Signature("a", bytes(4), value))


def test_a_time_beyond_all_times_is_neither_made_nor_believed():
    for at in (-1, MOST_SECONDS + 1):
        with pytest.raises(Malformed, match="time"):
            cosignatures.cosign(TEXT, KEY, at)
    with pytest.raises(NotProved, match="beyond"):
        KEY.verifier.verify(TEXT.encode(), b"\xff" * 8 + bytes(64))


def test_only_checkpoints_are_cosigned():
    with pytest.raises(Malformed):
        cosignatures.cosign("anything\n", KEY, 1)


def test_cosigner_keys_and_log_keys_are_not_taken_for_each_other():
    assert CosigningKey.parse(KEY.secret_text()) == KEY
    for parse, text in [
        (CosignerKey.parse, published.PETER),
        (VerifierKey.parse, str(KEY.verifier)),
        (CosigningKey.parse, published.PETER_SECRET),
        (SignerKey.parse, KEY.secret_text()),
    ]:
        with pytest.raises(Malformed, match="not of signature type"):
            parse(text)
    assert VerifierKey(KEY.name, KEY.verifier.public).id != KEY.verifier.id
