"""The bytes between log and witness: published requests are read and their growth verified."""

from base64 import b64decode
from dataclasses import replace

import pytest

from plaudit.tlog import checkpoints, cosignatures, notes, witnessing
from plaudit.tlog.checkpoints import Checkpoint
from plaudit.tlog.cosignatures import CosigningKey
from plaudit.tlog.hashes import EMPTY_ROOT
from plaudit.tlog.keys import SignerKey, VerifierKey
from plaudit.tlog.refused import Malformed, NotProved
from plaudit.tlog.witnessing import AddCheckpoint
from tests.tlog import published

LOG = VerifierKey(published.SIGSUM_ORIGIN, bytes.fromhex(published.SIGSUM_PUBLIC))
ROOT_OF_1 = b64decode(published.SIGSUM_ROOT_OF_1)
FIRST, TO_THREE, TO_FIVE = [witnessing.parse(request.encode()) for request in published.REQUESTS]
GOOD = published.REQUESTS[2]


def test_published_requests_are_read_verified_and_written_back():
    for request, text in zip((FIRST, TO_THREE, TO_FIVE), published.REQUESTS, strict=True):
        assert request.encoded() == text.encode()
        checkpoints.opened(request.note, published.SIGSUM_ORIGIN, [LOG])
    FIRST.check_growth(EMPTY_ROOT)
    TO_THREE.check_growth(ROOT_OF_1)
    TO_FIVE.check_growth(ROOT_OF_1)


@pytest.mark.parametrize(
    ("request_", "old_root"),
    [
        (TO_FIVE, EMPTY_ROOT),
        (replace(TO_FIVE, proof=TO_FIVE.proof[:-1]), ROOT_OF_1),
        (replace(TO_FIVE, proof=TO_FIVE.proof[::-1]), ROOT_OF_1),
        (replace(TO_FIVE, proof=()), ROOT_OF_1),
        (replace(TO_FIVE, old=2), ROOT_OF_1),
        (replace(TO_FIVE, old=5, proof=()), ROOT_OF_1),
        (replace(FIRST, proof=(bytes(32),)), EMPTY_ROOT),
    ],
)
def test_growth_that_is_not_proved_is_refused(request_, old_root):
    with pytest.raises(NotProved):
        request_.check_growth(old_root)


def test_the_same_tree_again_needs_no_proof():
    replace(FIRST, old=1).check_growth(ROOT_OF_1)


WRONG = {
    "nothing": "",
    "no old size": GOOD.split("\n", 1)[1],
    "leading zero": GOOD.replace("old 1", "old 01"),
    "sign": GOOD.replace("old 1", "old +1"),
    "no number": GOOD.replace("old 1", "old "),
    "two spaces": GOOD.replace("old 1", "old  1"),
    "capital": GOOD.replace("old 1", "Old 1"),
    "space behind": GOOD.replace("old 1", "old 1 "),
    "CRLF": GOOD.replace("\n", "\r\n"),
    "larger than the checkpoint": GOOD.replace("old 1", "old 6"),
    "64 hashes": GOOD.replace("old 1\n", "old 1\n" + (published.SIGSUM_ROOT_OF_1 + "\n") * 61),
    "a hash without padding": GOOD.replace("KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "KgEA"),
    "no blank line": GOOD.replace("\n\nsigsum", "\nsigsum"),
    "two blank lines": GOOD.replace("\n\nsigsum", "\n\n\nsigsum"),
    "no checkpoint": GOOD.split("\n\n", maxsplit=1)[0] + "\n\n",
    "no signature": GOOD[: GOOD.index("—")],
    "text behind": GOOD + "more\n",
    "a very long head": "old 1" + "0" * 5000 + GOOD[5:],
}


@pytest.mark.parametrize("what", WRONG)
def test_what_is_not_a_request_is_refused(what):
    with pytest.raises(Malformed):
        witnessing.parse(WRONG[what].encode())


def test_63_hashes_are_read():
    assert len(witnessing.parse(replace(TO_FIVE, proof=(bytes(32),) * 63).encoded()).proof) == 63


@pytest.mark.parametrize(
    "wrong",
    [
        AddCheckpoint(-1, (), FIRST.note),
        AddCheckpoint(2, (), FIRST.note),
        AddCheckpoint(0, (bytes(31),), FIRST.note),
        AddCheckpoint(0, (bytes(32),) * 64, FIRST.note),
        AddCheckpoint(0, (), notes.signed("a\n", SignerKey.generate("a"))),
    ],
)
def test_what_would_not_read_the_same_is_not_written(wrong):
    with pytest.raises(Malformed):
        wrong.encoded()


def test_the_specifications_answer_is_read_and_written_back():
    data = published.COSIGNATURES.encode()
    found = witnessing.parse_cosignatures(data)
    assert [one.name for one in found] == ["witness.example/w1"] * 2 + ["witness.example/w2"]
    assert witnessing.cosignatures_encoded(found) == data


def test_an_answers_cosignatures_join_the_note_and_verify_in_it():
    log = SignerKey("example.com/log", bytes(32))
    witness = CosigningKey("witness.example/w1", bytes(32))
    note = notes.signed(Checkpoint("example.com/log", 1, bytes(32)).text(), log)
    answer = witnessing.cosignatures_encoded([cosignatures.cosign(note.text, witness, 7)])
    joined = note.with_signatures(witnessing.parse_cosignatures(answer))
    cosignatures.check(notes.parse(joined.encoded()), [witness.verifier], 1)


LINE = published.COSIGNATURES.split("\n", maxsplit=1)[0] + "\n"


@pytest.mark.parametrize(
    "answer",
    [
        *("", "\n", LINE[:-1], LINE + "\n", LINE + "ok\n", LINE * 2, "\n" + LINE),
        LINE.replace("—", "-"),
        "".join(LINE.replace("w1", f"w{n}") for n in range(101)),
    ],
)
def test_what_is_not_an_answer_is_refused(answer):
    with pytest.raises(Malformed):
        witnessing.parse_cosignatures(answer.encode())


def test_a_size_is_one_line():
    assert witnessing.size_encoded(20852163) == b"20852163\n"
    assert witnessing.parse_size(b"20852163\n") == 20852163
    assert witnessing.parse_size(b"0\n") == 0
    for wrong in (
        b"",
        b"\n",
        b"1",
        b"01\n",
        b"1\n\n",
        b" 1\n",
        b"1\r\n",
        b"-1\n",
        b"9" * 99 + b"\n",
    ):
        with pytest.raises(Malformed):
            witnessing.parse_size(wrong)
